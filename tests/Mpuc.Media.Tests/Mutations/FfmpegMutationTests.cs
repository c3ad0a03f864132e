using System.Text;
using Mpuc.Media.Ffmpeg;
using Mpuc.Media.Video;

namespace Mpuc.Media.Tests.Mutations;

/// <summary>Damaged answers of ffprobe and complaints of ffmpeg, both of which a recording has a say in.</summary>
[TestFixture]
internal sealed class FfmpegMutationTests
{
    private const string Video =
        """
        {"frames":[{"pict_type":"I","side_data_list":[{"rotation":90}]}],"programs":[],
         "streams":[{"width":640,"height":480,"sample_aspect_ratio":"4:3","avg_frame_rate":"30000/1001","duration":"2.002","side_data_list":[{"side_data_type":"x"},{"rotation":-90}]}],
         "format":{"duration":"2.5"}}
        """;

    private const string Complaint =
        "\n[mov,mp4,m4a @ 0x55d0] moov atom not found\nfile:clip.mp4: Invalid data found when processing input, http://a/b '/etc/x' ../y\n"
        + "Picture size 99999x99999 is invalid\nStream map '0:a:0' matches no streams.\nProtocol 'http' not on whitelist 'file,pipe'!\n";

    private static readonly FfmpegCommand Command = new("clip.mp4", []) { Medium = "video", Timeout = TimeSpan.FromSeconds(1) };

    private static IEnumerable<Parser> Parsers =>
    [
        Parser.OfBytes(
            "answers of ffprobe",
            () =>
                [
                    Encoding.UTF8.GetBytes(Video),
                    Encoding.UTF8.GetBytes(
                        """{"streams":[{"width":2,"height":2,"sample_aspect_ratio":"N/A","avg_frame_rate":"0/0"}],"format":{}}"""),
                ],
            bytes => VideoProbe.Parse("clip.mp4", bytes, complaint: null))
            with
            {
                IsText = true,
                Subject = "clip.mp4",
                Tokens = ["\"rotation\":", "\"streams\":", "\"width\":", "\"0:0\"", "\"1/0\"", "\"duration\":", "\"side_data_list\":"],
            },
        Parser.OfBytes(
            "complaints of ffmpeg",
            () => [Encoding.UTF8.GetBytes(Complaint)],
            bytes =>
                FfmpegComplaint.ReadAsync(new StreamReader(new MemoryStream(bytes)), Command, CancellationToken.None)
                    .GetAwaiter()
                    .GetResult())
            with
            {
                IsText = true,
                Tokens = ["[", "] ", "matches no streams", "not on whitelist", "'", "/", "://", "Picture size 1x1 is invalid"],
            },
    ];

    [TestCaseSource(nameof(Parsers))]
    public void A_damaged_answer_is_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_answers_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);
}
