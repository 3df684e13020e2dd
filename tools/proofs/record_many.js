async (count) => {
  const { store } = document.querySelector("my-funds").entrance.house;
  const accounts = await store.accounts();
  const of = (kind) => accounts.find((account) => account.kind === kind).id;
  const mid = () => `0195a0c0-0000-7000-8000-${crypto.randomUUID().slice(-12)}`;
  const draft = (amount) => ({
    mid: mid(), type: "expense", amount, currency: "EUR", date: `2026-${String(1 + (amount % 12)).padStart(2, "0")}-15`,
    account: of("asset"), category: of("expense"), toAccount: null, payeeName: null, note: "", tags: [],
    origin: { how: "typed", words: null },
  });
  const took = [];
  for (let amount = 1; amount <= count; amount += 1) {
    const start = performance.now();
    await store.record(draft(amount));
    took.push(performance.now() - start);
  }
  took.sort((one, other) => one - other);
  return { p50: took[took.length >> 1], p99: took[Math.floor(0.99 * took.length)], most: took.at(-1) };
}
