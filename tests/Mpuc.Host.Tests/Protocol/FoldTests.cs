using Mpuc.Host.Evaluation;
using Mpuc.Host.Logging;
using Mpuc.Host.Protocol;
using Mpuc.Host.Tests.Runs;
using Serilog.Core;

namespace Mpuc.Host.Tests.Protocol;

/// <summary>One fold's data and how long they are kept.</summary>
public sealed class FoldTests
{
    private ToyRun _toy = null!;

    [SetUp]
    public void MakeData()
    {
        _toy = new ToyRun();
        _toy.WriteData(emotion: id => id % 2 == 0 ? "calm" : "sad");
    }

    [TearDown]
    public void DeleteData() => _toy.Dispose();

    [Test]
    public void A_fold_without_a_label_is_refused_with_the_setting()
    {
        _toy.Label = string.Empty;

        Assert.That(
            () => Open(),
            Throws.TypeOf<MpucException>().With.Message.EqualTo("The configuration names no label to predict; set 'data.label'."));
    }

    [Test]
    public void A_label_of_one_class_is_refused_before_anything_is_read()
    {
        _toy.WriteData(emotion: _ => "calm");

        Assert.That(
            () => Open(),
            Throws.TypeOf<MpucException>().With.Message.Contains(
                "The label 'emotion' gives 20 training and 10 test recordings in 1 classes"));
        Assert.That(Path.Combine(Path.GetDirectoryName(_toy.Manifest)!, "cache"), Does.Not.Exist);
    }

    [Test]
    public void What_is_learned_from_never_holds_a_test_recording()
    {
        using var fold = Open();
        var test = fold.Split.Test[0].WithoutLabels();

        Assert.That(() => fold.TrainingStore.Read(test, fold.Modalities[0]), Throws.Exception);
        using var sequence = fold.EvaluationStore.Read(test, fold.Modalities[0]);
        Assert.That(sequence, Is.Not.Null);
        Assert.That(fold.Recordings.Select(recording => recording.Id), Is.EqualTo(Enumerable.Range(0, 30).Select(id => $"r{id}")));
    }

    [Test]
    public void Evaluation_windows_are_those_of_the_configuration()
    {
        using var fold = Open();

        var sizes = new List<(int, int)>();
        foreach (var batch in fold.Windows(fold.Recordings, fold.Modalities, fold.EvaluationStore, default))
        {
            sizes.Add((batch.RecordingIds.Count, batch.Views));
            batch.Dispose();
        }

        Assert.That(sizes, Is.EqualTo(new[] { (12, 2), (12, 2), (6, 2) }));
    }

    [Test]
    public void A_cache_opens_a_fold_once_while_jobs_are_at_it_and_again_when_they_come_back()
    {
        var opened = new List<int>();
        using var cache = new FoldCache(number =>
        {
            opened.Add(number);
            return Open();
        });

        var first = cache.Get(1);

        Assert.That(cache.Get(1), Is.SameAs(first));
        Assert.That(cache.Get(2), Is.Not.SameAs(first));
        Assert.That(cache.Get(1), Is.Not.SameAs(first));
        Assert.That(opened, Is.EqualTo(new[] { 1, 2, 1 }));
    }

    [Test]
    public void A_fold_that_cannot_be_opened_is_not_kept()
    {
        var attempts = 0;
        using var cache = new FoldCache(_ => ++attempts == 1 ? throw new MpucException("No luck.") : Open());

        Assert.That(() => cache.Get(1), Throws.TypeOf<MpucException>());
        Assert.That(cache.Get(1).Names, Is.EqualTo(new[] { "audio", "text" }));
    }

    private Fold Open() => new(
        _toy.Configuration with { Evaluation = new EvaluationOptions { BatchSize = 12, Windows = 2 } },
        new ToyCatalog(),
        new HostLog(Logger.None),
        CancellationToken.None);
}
