// The work of PeerBenchmarks by others' programs, warm, median of eleven: one line of a table each.
import { readFileSync } from "node:fs";
import { kmeans } from "ml-kmeans";
import stemmers from "snowball-stemmers";

const numbers = Float64Array.from({ length: 1_000_000 }, (_, i) => (i % 1000) / 7);
const stemmer = stemmers.newStemmer("dutch");
const table = new URL("../../tests/Meerlaags.Deliberation.Tests/Similarity/stems/stems-nl.tsv", import.meta.url);
const words = readFileSync(table, "utf8").trim().split("\n").map(line => line.split("\t")[0]);
let state = 1;
const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
const points = Array.from({ length: 2_000 }, (_, i) => [(i % 4) * 0.7 + next(), (i % 2) * 0.9 + next()]);

const measure = work => {
  const times = [];
  for (let round = 0; round < 22; round++) {
    const from = process.cpuUsage();
    work();
    times.push(process.cpuUsage(from).user / 1e3);
  }
  return times.slice(11).sort((a, b) => a - b)[5];
};
let sink = 0;
const loop = measure(() => { let sum = 0; for (let i = 0; i < numbers.length; i++) sum += numbers[i] * numbers[i]; sink += sum; });
const rows = [
  ["plain loop, a million doubles", "node", loop],
  ["stems of 8 059 words", "snowball-stemmers", measure(() => { for (const word of words) sink += stemmer.stem(word).length; })],
  ["k-means, 2 000 points, 4 groups, one start", "ml-kmeans", measure(() => { sink += kmeans(points, 4, { seed: 1 }).iterations; })],
];
console.log("| what | by | processor ms | x plain loop |\n| --- | --- | ---: | ---: |");
for (const [what, by, time] of rows)
  console.log(`| ${what} | ${by} | ${time.toFixed(3)} | ${(time / loop).toFixed(1)} |`);
if (!Number.isFinite(sink)) process.exit(1);
