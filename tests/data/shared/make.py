"""Makes the sound files that other apps might share (needs sox, and PyAV: pip install av==14.2.0).

Each `lidl` holds the sentence of tests/data/speech/lidl.wav as another app would store it; `long.ogg` is
61 s of a tone.
"""

import subprocess
from pathlib import Path

import av  # type: ignore[import-not-found]

FOLDER = Path(__file__).resolve().parent
SPOKEN = FOLDER.parent / "speech" / "lidl.wav"
# file, encoder, samples a second, channels
FILES = (
    ("lidl.m4a", "aac", 44_100, "stereo"),
    ("lidl.opus", "libopus", 48_000, "mono"),
    ("lidl.mp3", "libmp3lame", 44_100, "mono"),
)


def encode(name: str, encoder: str, rate: int, layout: str) -> None:
    with av.open(str(SPOKEN)) as source, av.open(str(FOLDER / name), "w") as target:
        stream = target.add_stream(encoder, rate=rate)
        stream.layout, stream.bit_rate = layout, 32_000
        resampler = av.AudioResampler(format=stream.format.name, layout=layout, rate=rate)
        for frame in [*source.decode(audio=0), None]:
            for piece in resampler.resample(frame):
                target.mux(stream.encode(piece))
        target.mux(stream.encode(None))


def sox(*arguments: str | Path) -> None:
    subprocess.run(["sox", "-R", *map(str, arguments)], check=True)


if __name__ == "__main__":
    for file in FILES:
        encode(*file)
    sox(SPOKEN, FOLDER / "lidl.ogg")
    sox(
        "-n",
        "-r",
        "16000",
        "-c",
        "1",
        "-C",
        "0",
        FOLDER / "long.ogg",
        "synth",
        "61",
        "sine",
        "220",
        "vol",
        "0.1",
    )
