using Mpuc.Host.Datasets.Mosei;

namespace Mpuc.Host.Tests.Datasets.Mosei;

public class ComputationalSequenceTests
{
    private ComputationalSequences _reader = null!;

    [SetUp]
    public void Open() => _reader = new ComputationalSequences();

    [TearDown]
    public void Close() => _reader.Dispose();

    [Test]
    public void Times_count_from_the_sources_start_and_the_length_is_the_spans()
    {
        var source = new ModalitySource(Covarep) { Key = "103042", Start = 1, End = 2.5 };
        var features = Read(source);
        Assert.That(features.Name, Is.EqualTo("COVAREP"));
        Assert.That((features.Width, features.Duration), Is.EqualTo((5, 1.5)));
        Assert.That(features.Spans, Has.Count.EqualTo(30));
        Assert.That(features.Spans[0].Start, Is.EqualTo(0).Within(1e-9));
        Assert.That(features.Spans[^1].End, Is.EqualTo(1.5).Within(1e-9));
        Assert.That(features.Dimensions, Is.EqualTo(new[] { "c0", "c1", "c2", "c3", "c4" }));
    }

    [Test]
    public void Spans_that_touch_share_no_entry_and_miss_none()
    {
        var whole = Read(new ModalitySource(Covarep) { Key = "103042" });
        var parts = new[] { (0, 1.23), (1.23, 4.0), (4.0, 1000.0) }
            .Select(part => Read(new ModalitySource(Covarep) { Key = "103042", Start = part.Item1, End = part.Item2 })).ToList();
        Assert.That(parts.Sum(part => part.Spans.Count), Is.EqualTo(whole.Spans.Count));
        Assert.That(parts.SelectMany(part => part.Values.ToArray()), Is.EqualTo(whole.Values.ToArray()));
    }

    [Test]
    public void Values_that_could_not_be_measured_arrive_as_they_are()
    {
        var values = Read(new ModalitySource(Covarep) { Key = "103042", Start = 0.5, End = 1.6 }).Values.ToArray();
        Assert.That(values, Has.Some.NaN.And.Some.EqualTo(float.NegativeInfinity));
    }

    [Test]
    public void A_span_beyond_the_end_has_no_entry()
    {
        var features = Read(new ModalitySource(Covarep) { Key = "103042", Start = 900, End = 903 });
        Assert.That((features.Spans.Count, features.Values.Length, features.Duration), Is.EqualTo((0, 0, 3.0)));
    }

    [Test]
    public void Words_of_variable_length_are_words_and_have_no_width()
    {
        var features = Read(new ModalitySource(MoseiFixture.PathOf("aligned/language.csd")) { Key = "unlisted_id[0]" });
        Assert.That(features.Words, Has.Count.EqualTo(features.Spans.Count).And.Contains("awful"));
        Assert.That((features.Width, features.Values.Length), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Only_csd_files_are_read()
    {
        Assert.That(_reader.Reads(new ModalitySource("/a/B.CSD")), Is.True);
        Assert.That(_reader.Reads(new ModalitySource("/a/b.csv")), Is.False);
    }

    [Test]
    public void A_key_that_is_not_there_is_refused_with_one_that_is() => Refuses(
        new ModalitySource(Covarep) { Key = "nobody" }, $"'{Covarep}' has no entry 'nobody'; its entries look like '-wny0OAz3g8'.");

    [Test]
    public void A_source_without_a_key_is_told_how_to_name_one() =>
        Refuses(new ModalitySource(Covarep), "needs the id of a video, as in 'CMU_MOSEI_COVAREP.csd#VIDEO'");

    [Test]
    public void A_span_that_ends_before_it_starts_is_refused() =>
        Refuses(new ModalitySource(Covarep) { Key = "103042", Start = 2, End = 1 }, "end after its start");

    [TestCase("rows", "the shape is 3 x 3; expected are 2 rows")]
    [TestCase("intervals", "the shape is 2 x 3, where a start and an end per entry, N x 2, is expected")]
    [TestCase("links", "/COVAREP/data/v/features' of its own")]
    [TestCase("raw", "lie in other files")]
    [TestCase("large", "more than are read at once")]
    [TestCase("empty", "no computational sequence")]
    public void An_odd_file_is_refused_with_its_path(string name, string message)
    {
        var path = MoseiFixture.PathOf($"odd/{name}.csd");
        Assert.That(
            () => Read(new ModalitySource(path) { Key = "v" }),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}'").And.Message.Contains(message));
    }

    [Test]
    public void Entries_without_a_proper_time_belong_to_no_span()
    {
        var intervals = new TimedSpan[] { new(4, 5), new(0, 1), new(double.NaN, 1), new(2, 3), new(3, 2), new(1, double.PositiveInfinity) };
        Assert.That(SegmentSpan.EntriesIn(intervals, 0, null), Is.EqualTo(new[] { 0, 1, 3 }));
        Assert.That(SegmentSpan.EntriesIn(intervals, 0.5, 2.5), Is.EqualTo(new[] { 1 }));
    }

    private static string Covarep => MoseiFixture.PathOf("set/acoustic/CMU_MOSEI_COVAREP.csd");

    private TimedFeatures Read(ModalitySource source) => _reader.Read(source, CancellationToken.None);

    private void Refuses(ModalitySource source, string message) =>
        Assert.That(() => Read(source), Throws.TypeOf<MpucException>().With.Message.Contains(message));
}
