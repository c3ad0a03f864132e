using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>
/// Reads names of benchmarks, one a line, and answers each with one measurement and the peak of resident memory as a line of JSON.
/// </summary>
internal static class Worker
{
    private static readonly Dictionary<string, Func<IMeasurement>> Known = new(StringComparer.Ordinal)
    {
        ["step.audio-landmarks"] = () => new TrainingStep([Shapes.Audio, Shapes.Landmarks], recordings: 32),
        ["step.audio"] = () => new TrainingStep([Shapes.Audio, Shapes.Vectors], recordings: 32),
        ["step.text"] = () => new TrainingStep([Shapes.Text, Shapes.Vectors], recordings: 32),
        ["step.face"] = () => new TrainingStep([Shapes.Face, Shapes.Vectors], recordings: 4),
        ["objective.4x256"] = () => new ObjectivePass(),
        ["logmel.ravdess"] = LogMelReading.OfRavdess,
        ["logmel.60s"] = LogMelReading.OfAMinute,
        ["landmarks.video"] = () => new VideoLandmarks(),
        ["words.open"] = () => new WordLookup(1),
        ["words.meld"] = () => new WordLookup(int.MaxValue),
        ["search.1M"] = () => new VectorSearch(),
        ["pipeline.overhead"] = () => new PipelineOverhead(),
    };

    public static int Run(TextReader input, TextWriter output, bool useProcessorTime)
    {
        var clock = new Clock(useProcessorTime);
        IMeasurement? present = null;
        var name = "";
        while (input.ReadLine() is { } asked)
        {
            JsonObject answer;
            try
            {
                if (asked != name)
                {
                    present?.Dispose();
                    (present, name) = (null, asked);
                    present = Known[asked]();
                }

                var (ours, peer) = present!.Take(clock);
                using var process = Process.GetCurrentProcess();
                answer = new JsonObject { ["seconds"] = ours, ["peer"] = peer, ["memory"] = process.PeakWorkingSet64 };
            }
            catch (MissingDataException missing)
            {
                name = "";
                answer = new JsonObject { ["skip"] = missing.Message };
            }

            output.WriteLine(answer.ToJsonString(JsonSerializerOptions.Default));
            output.Flush();
        }

        present?.Dispose();
        return 0;
    }
}
