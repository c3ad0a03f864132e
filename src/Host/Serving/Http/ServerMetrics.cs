using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mpuc.Host.Serving.Model;

namespace Mpuc.Host.Serving.Http;

/// <summary>What the server counts, in the text format of Prometheus. Safe to use from several threads.</summary>
internal sealed class ServerMetrics(ServedModelDescription model, Admission admission)
{
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
    private static readonly double[] Recordings = [1, 2, 4, 8, 16, 32, 64];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Route, int Status), long> _requests = [];
    private readonly SortedDictionary<string, MetricHistogram> _durations = new(StringComparer.Ordinal);
    private readonly MetricHistogram _passes = new(Recordings);
    private long _uploadedBytes;

    /// <summary>Counts a request.</summary>
    public void Count(string route, int status, double seconds)
    {
        lock (_lock)
        {
            _requests[(route, status)] = _requests.GetValueOrDefault((route, status)) + 1;
            if (!_durations.TryGetValue(route, out var histogram))
            {
                _durations[route] = histogram = new MetricHistogram(Seconds);
            }

            histogram.Add(seconds);
        }
    }

    /// <summary>Counts an upload.</summary>
    public void CountUpload(long bytes) => Interlocked.Add(ref _uploadedBytes, bytes);

    /// <summary>Counts a pass through the encoders.</summary>
    public void CountPass(int recordings)
    {
        lock (_lock)
        {
            _passes.Add(recordings);
        }
    }

    /// <summary>Writes everything.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        lock (_lock)
        {
            Head(text, "mpuc_requests_total", "counter", "Requests by route and status.");
            foreach (var ((route, status), count) in _requests)
            {
                Line(text, $"mpuc_requests_total{{route=\"{Escape(route)}\",status=\"{status}\"}}", count);
            }

            Head(text, "mpuc_request_seconds", "histogram", "How long requests took.");
            foreach (var (route, histogram) in _durations)
            {
                histogram.Write(text, "mpuc_request_seconds", $"route=\"{Escape(route)}\"");
            }

            Head(text, "mpuc_encoder_pass_recordings", "histogram", "Recordings, of any callers, in one pass through the encoders.");
            _passes.Write(text, "mpuc_encoder_pass_recordings", string.Empty);
        }

        Single(text, "mpuc_uploaded_bytes_total", "counter", "Bytes of uploaded files.", Interlocked.Read(ref _uploadedBytes));
        Single(text, "mpuc_uploads_inside", "gauge", "Uploads that come in, wait or are worked on.", admission.Inside);
        Single(text, "mpuc_uploads_working", "gauge", "Uploads that are worked on.", admission.Working);
        Single(text, "process_resident_memory_bytes", "gauge", "Memory of the process.", Environment.WorkingSet);
        Single(text, "process_cpu_seconds_total", "counter", "Processor time of the process.", Environment.CpuUsage.TotalTime.TotalSeconds);
        Single(text, "process_start_time_seconds", "gauge", "When the process started, in seconds since 1970.", Started());
        Head(text, "mpuc_model_info", "gauge", "What is served.");
        Line(text, $"mpuc_model_info{{run=\"{Escape(model.Run)}\",program=\"{Escape(model.Program)}\"}}", 1);
        return text.ToString();
    }

    private static double Started()
    {
        using var process = Process.GetCurrentProcess();
        return (process.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;
    }

    private static void Single(StringBuilder text, string name, string type, string help, double value)
    {
        Head(text, name, type, help);
        Line(text, name, value);
    }

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static void Line(StringBuilder text, string name, double value) =>
        text.Append(name).Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
}
