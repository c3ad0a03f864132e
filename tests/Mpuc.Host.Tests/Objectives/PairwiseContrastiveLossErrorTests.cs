using Mpuc.Host.Objectives;
using TorchSharp;

namespace Mpuc.Host.Tests.Objectives;

public sealed class PairwiseContrastiveLossErrorTests
{
    [Test]
    public void A_batch_of_one_is_refused_with_its_size([Values] ObjectiveVariant variant) =>
        Refuses(
            new ObjectiveOptions { Variant = variant }, EmbeddingSets.Random(2, 1, 2).ToTensors(), 1, 2, "at least 2 recordings", "has 1");

    [Test]
    public void One_modality_alone_is_refused_by_its_name() =>
        Refuses(new ObjectiveOptions(), EmbeddingSets.Random(1, 4, 1).ToTensors(), 4, 1, "only 'audio'");

    [Test]
    public void One_modality_alone_can_be_contrasted_with_itself() => Assert.That(
        new PairwiseContrastiveLoss(new ObjectiveOptions { Variant = ObjectiveVariant.TwoView, IncludeSameModality = true })
            .Compute(EmbeddingSets.Random(1, 4, 2).ToTensors(), 4, 2).Pairs.Keys,
        Is.EqualTo(new[] { new ModalityPair("audio", "audio") }));

    [Test]
    public void Two_view_with_one_view_is_refused_with_the_setting() =>
        Refuses(
            new ObjectiveOptions { Variant = ObjectiveVariant.TwoView },
            EmbeddingSets.Random(2, 4, 1).ToTensors(),
            4,
            1,
            "'two-view'",
            "'data.window.views' is 1");

    [Test]
    public void Supcon_without_labels_is_refused() =>
        Refuses(
            new ObjectiveOptions { Variant = ObjectiveVariant.Supcon },
            EmbeddingSets.Random(2, 4, 1).ToTensors(),
            4,
            1,
            "'supcon'",
            "'data.label'");

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void An_embedding_that_is_not_finite_is_blamed_on_its_modality(double value)
    {
        var embeddings = EmbeddingSets.Random(3, 4, 1);
        embeddings["text"][2]![1] = value;
        Refuses(new ObjectiveOptions(), embeddings.ToTensors(), 4, 1, "'text'", "not a finite number");
    }

    [Test]
    public void No_pair_with_two_recordings_in_common_is_refused_with_the_counts()
    {
        var embeddings = EmbeddingSets.Random(2, 4, 1);
        (embeddings["audio"][0], embeddings["audio"][1]) = (null, null);
        (embeddings["text"][2], embeddings["text"][3]) = (null, null);
        Refuses(new ObjectiveOptions(), embeddings.ToTensors(), 4, 1, "'audio' has 2 of 4", "'text' has 2 of 4");
    }

    [Test]
    public void A_pair_with_one_recording_in_common_is_left_out_of_the_average()
    {
        var embeddings = EmbeddingSets.Random(3, 4, 1);
        (embeddings["face"][0], embeddings["face"][1], embeddings["face"][2]) = (null, null, null);
        var loss = new PairwiseContrastiveLoss(new ObjectiveOptions()).Compute(embeddings.ToTensors(), 4, 1);
        Assert.That(loss.Pairs.Keys.Select(pair => pair.ToString()), Is.EquivalentTo(new[] { "audio>text", "text>audio" }));
        Assert.That(loss.Value, Is.EqualTo(loss.Pairs.Values.Average()).Within(1e-12));
    }

    [Test]
    public void What_can_be_known_before_training_is_checked_before_training()
    {
        Assert.That(() => new ObjectiveOptions().Check(["audio"], 2), Throws.TypeOf<MpucException>().With.Message.Contains("at least two"));
        Assert.That(
            () => new ObjectiveOptions { Variant = ObjectiveVariant.TwoView }.Check(["audio", "text"], 1),
            Throws.TypeOf<MpucException>().With.Message.Contains("views"));
        Assert.That(
            () =>
                new ObjectiveOptions { PairWeights = new(new Dictionary<string, double> { ["audio>face"] = 1 }) }
                    .Check(["audio", "text"], 2),
            Throws.TypeOf<MpucException>().With.Message.Contains("'face'"));
        Assert.That(() => new ObjectiveOptions().Check(["audio", "text"], 1), Throws.Nothing);
    }

    private static void Refuses(
        ObjectiveOptions options, List<ModalityEmbeddings> embeddings, int recordings, int views, params string[] words)
    {
        var exception = Assert.Throws<MpucException>(() => new PairwiseContrastiveLoss(options).Compute(embeddings, recordings, views));
        Assert.That(
            words, Has.All.Matches<string>(word => exception!.Message.Contains(word!, StringComparison.Ordinal)), exception!.Message);
    }
}
