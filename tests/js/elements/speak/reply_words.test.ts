import { describe, expect, it } from "vitest";

import { replyWords, whatWords } from "../../../../static/src/elements/speak/reply_words";
import type { Question } from "../../../../static/src/ledger/question";
import type { Query } from "../../../../static/src/ledger/reading";
import type { Reply, Sum } from "../../../../static/src/ledger/reply";
import { account, ACCOUNTS, line, NAMES, transaction } from "../household";

const READER = { today: "2026-03-17", locale: "en-IE" };
const MARCH: Query["period"] = ["2026-03-01", "2026-03-31"];
const [GROCERIES] = ACCOUNTS.filter(({ id }) => id === "groceries");
const euros = (amount: number): Sum => ({ currency: "EUR", amount });

function reply(measure: Query["measure"], more: Partial<Reply> = {}, question: Partial<Question> = {}, query: Partial<Query> = {}): Reply {
  return {
    question: { query: { measure, filter: {}, period: MARCH, ...query }, categories: [], payees: [], accounts: [], tag: "", words: [], ...question },
    sums: [euros(12345)], count: 3, months: 1, compared: null, shown: [], held: [], ...more,
  };
}

const sentence = (...told: Parameters<typeof reply>): string => replyWords(reply(...told), READER).sentence;

describe("an answer in words", () => {
  it.each<[string, Reply, string]>([
    ["what was spent", reply("spent"), "€123.45 spent this month."],
    ["what was spent on one thing", reply("spent", {}, { categories: [GROCERIES!], payees: [NAMES.payees.get("lidl")!] }), "€123.45 spent on Groceries at Lidl this month."],
    ["several currencies", reply("spent", { sums: [euros(100), { currency: "USD", amount: 250 }] }), "€1.00 and US$2.50 spent this month."],
    ["more refunds than spending", reply("spent", { sums: [euros(-500)] }), "€5.00 more came back than was spent this month."],
    ["nothing", reply("spent", { sums: [], count: 0 }), "Nothing spent this month."],
    ["what came in", reply("received", {}, { payees: [NAMES.payees.get("lidl")!] }), "€123.45 received from Lidl this month."],
    ["a count of one", reply("count", { count: 1 }), "1 entry this month."],
    ["an average", reply("average", { months: 12 }), "€123.45 a month on average, over 12 months."],
    ["the largest", reply("largest", { shown: [transaction([line(12345)])] }), "€123.45: the largest this month."],
    ["the last", reply("last", { shown: [transaction([line(12345)], { date: "2026-03-16" })] }, {}, { period: null }), "Yesterday, €123.45: the last one."],
    ["that there is none yet", reply("last", { sums: [], count: 0 }, { words: ["Zorro"] }, { period: null }), "No entry with “Zorro” yet."],
  ])("tells %s", (_name, told, words) => expect(replyWords(told, READER).sentence).toBe(words));

  it("has each currency as a figure of its own", () =>
    expect(replyWords(reply("spent", { sums: [euros(100), { currency: "USD", amount: 250 }] }), READER).figures).toEqual(["€1.00", "US$2.50"]));

  it("compares currency by currency", () => {
    const compare: Query["period"] = ["2026-02-01", "2026-02-28"];
    const more = (compared: readonly Sum[]): readonly string[] => replyWords(reply("spent", { compared }, {}, { compare }), READER).more;
    expect(more([euros(10000)])).toEqual(["€23.45 more than last month, when it was €100.00."]);
    expect(more([euros(12345)])).toEqual(["The same as last month."]);
    expect(more([])).toEqual(["Nothing last month."]);
  });

  it("says that budgets are still to come, and what was spent", () => {
    const words = replyWords(reply("left", {}, { categories: [GROCERIES!] }), READER);
    expect([words.sentence, words.more]).toEqual(["€123.45 spent on Groceries this month.", [expect.stringContaining("Budgets are still to come")]]);
  });
});

describe("a balance in words", () => {
  const held = (kind: "asset" | "liability", amount: number) => {
    const one = account("Card", kind);
    return { more: { sums: [euros(amount)], held: [{ account: one, sums: [euros(amount)] }] }, question: { accounts: [one] } };
  };

  it("is what an account holds, or what is owed on it", () => {
    const [cash, card] = [held("asset", 500), held("liability", -500)];
    expect(sentence("balance", cash.more, cash.question, { period: null })).toBe("€5.00 in Card.");
    expect(sentence("balance", card.more, card.question, { period: null })).toBe("€5.00 owed on Card.");
  });

  it("of all accounts is told together", () => expect(sentence("balance", {}, {}, { period: null })).toBe("€123.45 in all your accounts together."));

  it("of an account nobody has says so", () => expect(sentence("balance", {}, { words: ["swiss"] }, { period: null })).toBe("There is no account called “swiss”."));

  it("of days gone by says what it is instead", () =>
    expect(replyWords(reply("balance", {}, {}, { period: ["2026-02-01", "2026-02-28"] }), READER).more).toEqual([expect.stringContaining("today")]));
});

describe("what was understood", () => {
  it("names every part", () => expect(whatWords(reply("spent", {}, { accounts: [account("Cash", "asset")], tag: "trip", words: ["tom"] }).question))
    .toBe(" from Cash tagged trip with “tom”"));
});
