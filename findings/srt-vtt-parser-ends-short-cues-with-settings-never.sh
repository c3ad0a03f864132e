#!/usr/bin/env bash
# Package: @plussub/srt-vtt-parser 2.0.5 (npm).
# Guess:   the end of a WebVTT cue does not depend on what follows it on the line, nor on whether hours are written (the standard makes
#          them optional).
# Happens: minutes and seconds alone are read, settings alone are read, but both together make the end NaN (null in JSON), with no error.
# Seen:    end of 00:01.000 --> 00:02.500: 2500; with align:start NaN; with hours and align:start 2500
# Matters: captions of short clips are written just so; a cue without an end covers the rest of the recording or nothing.
. "$(dirname "$0")/lib/node.sh"
node_program @plussub/srt-vtt-parser@2.0.5 <<'JS'
import * as parser from '@plussub/srt-vtt-parser';

const end = times => parser.parse(`WEBVTT\n\n${times}\nHello\n`).entries[0].to;
const ends = [end('00:01.000 --> 00:02.500'), end('00:01.000 --> 00:02.500 align:start'), end('00:00:01.000 --> 00:00:02.500 align:start')];
show('end: short, short with a setting, with hours and a setting', ends);
expect(ends[0] === 2500 && ends[2] === 2500, 'one of the two forms that were read is not any more');
expect(Number.isNaN(ends[1]), 'a short time with a setting is read now');
JS
