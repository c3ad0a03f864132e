using Mpuc.Plugins.Audio.Reading.Ffmpeg;
using Mpuc.Plugins.Audio.Reading.Wav;
using Mpuc.Plugins.Audio.Tests.Reading;

namespace Mpuc.Plugins.Audio.Tests.Mutations;

/// <summary>
/// Damaged WAV files are read, refused in a sentence that names the file, or left to ffmpeg; so is what should be ffmpeg's header.
/// </summary>
[TestFixture]
internal sealed class AudioMutationTests
{
    private static readonly byte[] Samples = [.. Enumerable.Range(0, 96).Select(value => (byte)(value * 37))];

    private static IEnumerable<Parser> Parsers =>
    [
        Parser.OfFile("WAV files", "a.wav", Files, path => WavReader.TryRead(new ModalitySource(path), 600, CancellationToken.None))
            with { Tokens = ["RIFX", "RF64", "BW64", "WAVE", "fmt ", "data", "ds64", "LIST", "\u00ff\u00ff"] },
        Parser.OfFile(
            "parts of WAV files",
            "a.wav",
            Files,
            path => WavReader.TryRead(new ModalitySource(path) { Start = 0.0001, End = 0.0003 }, 600, CancellationToken.None)),
        Parser.OfBytes(
            "headers of AU",
            () => [[.. ".snd"u8, 0, 0, 0, 28, 255, 255, 255, 255, 0, 0, 0, 6, 0, 0, 62, 128, 0, 0, 0, 1, 0, 0, 0, 0]],
            bytes => AuHeader.TryRead(bytes)),
    ];

    [TestCaseSource(nameof(Parsers))]
    public void Damaged_sound_is_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_sounds_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    private static byte[][] Files() =>
    [
        new WavFile().Format(1, 1, 16000, 16).Data(Samples).ToBytes(),
        new WavFile().Chunk("LIST", [1, 2, 3]).Format(1, 2, 44100, 24).Data(Samples).ToBytes(),
        new WavFile()
            .ExtensibleFormat(3, 1, 16000, 32)
            .Data([.. Enumerable.Range(0, 24).SelectMany(value => BitConverter.GetBytes(value / 32f))])
            .ToBytes(),
        new WavFile("RF64")
            .Chunk("ds64", [100, 0, 0, 0, 0, 0, 0, 0, 96, 0, 0, 0, 0, 0, 0, 0])
            .Format(1, 1, 16000, 8)
            .Chunk("data", Samples, uint.MaxValue)
            .ToBytes(),
        [
            .. "RIFX"u8,
            0,
            0,
            0,
            60,
            .. "WAVEfmt "u8,
            0,
            0,
            0,
            16,
            0,
            1,
            0,
            1,
            0,
            0,
            62,
            128,
            0,
            0,
            125,
            0,
            0,
            2,
            0,
            16,
            .. "data"u8,
            0,
            0,
            0,
            64,
            .. Samples[..64],
        ],
    ];
}
