// Makes stems-nl.tsv: words with their stems by an independent implementation of the Dutch Snowball stemmer (npm: snowball-stemmers).
//   npm install --no-save --prefix /tmp/stems snowball-stemmers@0.6.0 && node make.mjs /tmp/stems > stems-nl.tsv
// The words are ours: the background list of the library with made endings, and syllables put together at random from a fixed seed.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(process.argv[2] + "/");
const peer = require("snowball-stemmers").newStemmer("dutch");
const list = new URL("../../../../src/Meerlaags.Deliberation/Similarity/background-nl.txt", import.meta.url);
const known = readFileSync(list, "utf8").split("\n").filter(line => line && !line.startsWith("#")).flatMap(line => line.split(" ").slice(1))
  .filter(word => /^\p{L}+$/u.test(word));
const endings = ["", "e", "en", "s", "se", "ene", "heid", "heden", "lijk", "lijke", "lijkheden", "ing", "ingen", "end", "ende", "baar", "bare", "bar", "ig", "ige", "tje", "jes"];

let state = 20261122;
const random = n => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return (state >>> 8) % n; };
const pick = letters => letters[random(letters.length)];
const starts = ["", "b", "br", "d", "f", "g", "gem", "h", "j", "k", "kk", "l", "m", "n", "p", "r", "s", "sch", "st", "t", "tt", "v", "w", "y", "z", "c", "dd", "q"];
const middles = ["a", "aa", "e", "ee", "i", "ie", "o", "oo", "u", "uu", "oe", "ui", "ij", "ei", "eu", "y", "è", "é", "ë", "ï", "ö", "ü", "á", "ä", "aai", "ooi", "eeu", "io", "ea"];
const made = Array.from({ length: 6000 }, () =>
  Array.from({ length: 1 + random(3) }, () => pick(starts) + pick(middles)).join("") + pick(starts) + pick(endings));

const words = [...new Set([...known.flatMap(word => random(3) ? [word, word + pick(endings)] : [word]), ...made])].filter(word => word.length > 0).sort();
process.stdout.write(words.map(word => `${word}\t${peer.stem(word)}\n`).join(""));
