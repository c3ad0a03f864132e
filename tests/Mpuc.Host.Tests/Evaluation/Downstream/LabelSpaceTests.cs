using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

public class LabelSpaceTests
{
    [Test]
    public void A_single_label_is_its_place_in_ordinal_order()
    {
        var space = new LabelSpace(TaskKind.SingleLabel, ["sad", "calm", "sad"]);

        Assert.That(space.Classes, Is.EqualTo(new[] { "calm", "sad" }));
        Assert.That(space.Parse("sad"), Is.EqualTo(1));
        Assert.That(space.Format(0), Is.EqualTo("calm"));
        Assert.That(space.Has(1, 1), Is.True);
    }

    [Test]
    public void A_single_label_may_hold_the_separator() =>
        Assert.That(new LabelSpace(TaskKind.SingleLabel, ["a;b"]).Classes, Is.EqualTo(new[] { "a;b" }));

    [TestCase("happy;sad", 0b110)]
    [TestCase(" sad ; happy ", 0b110)]
    [TestCase("fear", 0b001)]
    [TestCase("-", 0)]
    public void Several_labels_are_a_set_of_bits(string value, long target) =>
        Assert.That(new LabelSpace(TaskKind.MultiLabel, ["sad;happy", "-", "fear"]).Parse(value), Is.EqualTo(target));

    [TestCase("-")]
    [TestCase("fear;sad")]
    public void A_set_is_written_as_it_is_read(string value)
    {
        var space = new LabelSpace(TaskKind.MultiLabel, ["sad;fear", "happy"]);

        Assert.That(space.Format(space.Parse(value)), Is.EqualTo(value));
    }

    [Test]
    public void What_a_space_does_not_know_is_no_class_of_it()
    {
        Assert.That(Spaces.Single(3).Parse("unknown"), Is.EqualTo(-1));
        Assert.That(Spaces.Multi(3).Parse("unknown"), Is.Zero);
    }

    [Test]
    public void More_classes_than_bits_are_refused_with_their_number() => Assert.That(
        () => Spaces.Multi(64), Throws.InstanceOf<MpucException>().With.Message.Contains("at most 63 classes, and the data set has 64"));
}
