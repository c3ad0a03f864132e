using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using TorchSharpPeer.Measurements;
using static TorchSharp.torch;

namespace TorchSharpPeer;

/// <summary>
/// Reads names of benchmarks, one a line, and answers each with one measurement and the peak of resident memory as a line of JSON.
/// </summary>
internal static class Worker
{
    public static int Run(TextReader input, TextWriter output, bool useProcessorTime)
    {
        var clock = new Clock(useProcessorTime);
        IMeasurement? present = null;
        var name = "";
        while (input.ReadLine() is { } asked)
        {
            JsonObject answer;
            if (asked == "version")
            {
                var package = typeof(Tensor).Assembly.GetName().Version!.ToString(3);
                answer = new JsonObject { ["version"] = $"TorchSharp {package}, libtorch {__version__}" };
            }
            else
            {
                if (asked != name)
                {
                    present?.Dispose();
                    (present, name) = (Benchmarks.Create(asked), asked);
                }

                var seconds = present!.Take(clock);
                using var process = Process.GetCurrentProcess();
                answer = new JsonObject { ["seconds"] = seconds, ["memory"] = process.PeakWorkingSet64 };
            }

            output.WriteLine(answer.ToJsonString(JsonSerializerOptions.Default));
            output.Flush();
        }

        present?.Dispose();
        return 0;
    }
}
