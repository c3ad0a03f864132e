using System.Text;
using Mpuc.Plugins.Landmarks.Reading;
using Mpuc.Plugins.Landmarks.Reading.Csv;
using Mpuc.Plugins.Landmarks.Tests.Reading;

namespace Mpuc.Plugins.Landmarks.Tests.Mutations;

/// <summary>Damaged tables of landmarks are read, or refused in a sentence that names the file.</summary>
[TestFixture]
internal sealed class TrackMutationTests
{
    private static IEnumerable<Parser> Parsers =>
    [
        Parser.OfFile(
            "tables of landmarks",
            "a.csv",
            Tables,
            path => new CsvTrackReader(new SamplingOptions()).Read(new ModalitySource(path), CancellationToken.None))
            with
            {
                IsText = true,
                Tokens = ["x_0", "y_67", "timestamp", "face_id", "success", "nan", "NaN(1)", "1.#IND", "-nan", "#N/A", ",", "\"", "\r\n"],
            },
    ];

    [TestCaseSource(nameof(Parsers))]
    public void A_damaged_table_is_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_tables_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    private static byte[][] Tables() =>
    [
        Encoding.UTF8.GetBytes(TrackingTable.Of(3).ToString()),
        Encoding.UTF8.GetBytes(new TrackingTable("frame", "face_id", "timestamp", "confidence", "success") { Separator = ", " }
            .Add(0, ("timestamp", 0), ("face_id", 0), ("success", 1)).Add(0, ("timestamp", 0), ("face_id", 1), ("success", 1)).Add(
                1, ("timestamp", 0.04), ("face_id", 1), ("success", "nan")).ToString()),
    ];
}
