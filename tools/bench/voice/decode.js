/** Runs in the page: hears sounds (bytes of 16-bit samples) with the engine alone, one after the other; milliseconds. */
async ([engine, model, sounds]) => {
  const worker = new Worker(engine);
  const next = (wanted) => new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data.event === "error") reject(new Error(String(data.error)));
      if (wanted(data)) resolve(data);
    };
  });
  worker.postMessage({ action: "set", key: "logLevel", value: -1 });
  const loaded = next(({ event }) => event === "load");
  worker.postMessage({ action: "load", modelUrl: model });
  await loaded;
  const hear = async (bytes, place) => {
    const recognizerId = `sound-${place}`;
    const samples = Float32Array.from(new Int16Array(new Uint8Array(bytes).buffer));
    worker.postMessage({ action: "create", recognizerId, sampleRate: 16000 });
    worker.postMessage({ action: "set", recognizerId, key: "words", value: true });
    let pieces = 0;
    for (let start = 0; start < samples.length; start += 3200, pieces++) {
      const data = samples.slice(start, start + 3200);
      worker.postMessage({ action: "audioChunk", recognizerId, data, sampleRate: 16000 }, [data.buffer]);
    }
    let answers = 0;
    const last = next(({ event }) => /result$/.test(event ?? "") && ++answers > pieces);
    worker.postMessage({ action: "retrieveFinalResult", recognizerId });
    await last;
    worker.postMessage({ action: "remove", recognizerId });
  };
  await hear(sounds[0], "first");
  const begun = performance.now();
  for (const [place, bytes] of sounds.entries()) await hear(bytes, place);
  const took = performance.now() - begun;
  worker.terminate();
  return took;
}
