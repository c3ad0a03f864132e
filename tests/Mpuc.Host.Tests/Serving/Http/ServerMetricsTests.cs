using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Serving;
using Mpuc.Host.Serving.Http;

namespace Mpuc.Host.Tests.Serving.Http;

/// <summary>Counters in the text format that Prometheus reads.</summary>
public class ServerMetricsTests
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    // Milliseconds that often fall on a bound.
    private static readonly Arbitrary<double[]> Durations = Gen.Choose(0, 70_000).Select(value => value / 1000.0)
        .Or(Gen.Elements(Bounds)).ListOf().Select(values => values.ToArray()).ToArbitrary();

    [Test]
    public void A_bucket_counts_what_is_at_most_its_bound_and_the_last_one_all() => Prop.ForAll(Durations, durations =>
    {
        var lines = Lines(metrics => Array.ForEach(durations, seconds => metrics.Count("/v1/predict", 200, seconds)));
        return durations.Length == 0 || (Bounds.All(bound =>
                lines[FormattableString.Invariant($"mpuc_request_seconds_bucket{{route=\"/v1/predict\",le=\"{bound}\"}}")] == durations.Count(value => value <= bound))
            && lines["mpuc_request_seconds_bucket{route=\"/v1/predict\",le=\"+Inf\"}"] == durations.Length
            && lines["mpuc_request_seconds_count{route=\"/v1/predict\"}"] == durations.Length
            && Math.Abs(lines["mpuc_request_seconds_sum{route=\"/v1/predict\"}"] - durations.Sum()) < 1e-6);
    }).HoldsForAll();

    [Test]
    public void Requests_are_counted_by_route_and_status()
    {
        var lines = Lines(metrics =>
        {
            metrics.Count("/v1/predict", 200, 1);
            metrics.Count("/v1/predict", 200, 1);
            metrics.Count("/v1/predict", 413, 1);
            metrics.Count("none", 404, 1);
        });

        Assert.That(lines["mpuc_requests_total{route=\"/v1/predict\",status=\"200\"}"], Is.EqualTo(2));
        Assert.That(lines["mpuc_requests_total{route=\"/v1/predict\",status=\"413\"}"], Is.EqualTo(1));
        Assert.That(lines["mpuc_requests_total{route=\"none\",status=\"404\"}"], Is.EqualTo(1));
        Assert.That(lines["mpuc_request_seconds_count{route=\"/v1/predict\"}"], Is.EqualTo(3), "whatever the status");
    }

    [Test]
    public void Uploads_and_passes_add_up()
    {
        var lines = Lines(metrics =>
        {
            metrics.CountUpload(1L << 40);
            metrics.CountUpload(7);
            metrics.CountPass(1);
            metrics.CountPass(5);
        });

        Assert.That(lines["mpuc_uploaded_bytes_total"], Is.EqualTo((1L << 40) + 7));
        Assert.That(lines["mpuc_encoder_pass_recordings_bucket{le=\"4\"}"], Is.EqualTo(1));
        Assert.That(lines["mpuc_encoder_pass_recordings_sum"], Is.EqualTo(6));
        Assert.That(lines["mpuc_encoder_pass_recordings_count"], Is.EqualTo(2));
    }

    [Test]
    public void What_a_runs_name_holds_cannot_end_its_label()
    {
        using var admission = new Admission(new ServeOptions());
        var description = new FakeServedModel().Description with { Run = "a\"} 1\nforged{b=\"\\" };

        var text = new ServerMetrics(description, admission).Write();

        Assert.That(text, Does.Contain("mpuc_model_info{run=\"a\\\"} 1\\nforged{b=\\\"\\\\\",program=\"1.0\"} 1\n"));
        Assert.That(text.Split('\n'), Has.None.StartsWith("forged"));
    }

    [Test]
    public void Numbers_have_a_point_whatever_the_language_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.That(Lines(metrics => metrics.Count("none", 404, 0.25))["mpuc_request_seconds_sum{route=\"none\"}"], Is.EqualTo(0.25));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // Every line but comments is a name, perhaps with labels, a space and a number.
    private static Dictionary<string, double> Lines(Action<ServerMetrics> count)
    {
        using var admission = new Admission(new ServeOptions());
        var metrics = new ServerMetrics(new FakeServedModel().Description, admission);
        count(metrics);
        return metrics.Write()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => (line, End: line.LastIndexOf(' ')))
            .ToDictionary(pair => pair.line[..pair.End], pair => double.Parse(pair.line[(pair.End + 1)..], CultureInfo.InvariantCulture));
    }
}
