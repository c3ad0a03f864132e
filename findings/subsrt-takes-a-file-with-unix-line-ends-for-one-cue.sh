#!/usr/bin/env bash
# Package: subsrt 1.1.1 (npm).
# Guess:   an SRT or WebVTT transcript parses the same with LF and with CRLF line ends (WebVTT allows both).
# Happens: with LF all cues of an SRT file become the text of the first, times and all; a WebVTT file yields no cue. With CRLF both are
#          right. No error in any case.
# Seen:    two cues: SRT with LF 1, with CRLF 2; WebVTT with LF 0, with CRLF 2
# Matters: a converter on that package turns most transcripts into one long sentence at the start; our own readers must take every line
#          end.
. "$(dirname "$0")/lib/node.sh"
node_program subsrt@1.1.1 <<'JS'
import subsrt from 'subsrt';

const srt = '1\n00:00:01,000 --> 00:00:02,500\nHello\n\n2\n00:00:03,250 --> 00:00:04,000\nthere\n';
const vtt = 'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHello\n\n00:00:03.250 --> 00:00:04.000\nthere\n';
const cues = (text, format) => subsrt.parse(text, { format }).filter(item => item.type === 'caption');
const crlf = text => text.replaceAll('\n', '\r\n');
const counts = [cues(srt, 'srt'), cues(crlf(srt), 'srt'), cues(vtt, 'vtt'), cues(crlf(vtt), 'vtt')].map(list => list.length);
show('cues of two: SRT LF, SRT CRLF, WebVTT LF, WebVTT CRLF', counts);
show('text of the first SRT cue with LF', JSON.stringify(cues(srt, 'srt')[0].text));
expect(counts[0] === 1 && counts[2] === 0, 'files with LF are split into cues now');
expect(counts[1] === 2 && counts[3] === 2, 'files with CRLF are no longer split into cues');
JS
