using Mpuc.Host.Evaluation;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation;

public class FeatureTableTests
{
    [Test]
    public void Rows_come_in_the_order_that_was_asked_for_and_modalities_side_by_side()
    {
        using var scope = NewDisposeScope();
        using var table = Table();

        using var features = table.Concatenate(["c", "a", "c"], ["face", "voice"]);

        Assert.That(features.shape, Is.EqualTo(new long[] { 3, 5 }));
        Assert.That(
            features.data<float>().ToArray(),
            Is.EqualTo(new float[] { 106, 107, 108, 4, 5, 100, 101, 102, 0, 1, 106, 107, 108, 4, 5 }));
    }

    [Test]
    public void No_recording_gives_no_row_and_keeps_the_width()
    {
        using var scope = NewDisposeScope();
        using var table = Table();

        Assert.That(table.Concatenate([], ["voice", "face"]).shape, Is.EqualTo(new long[] { 0, 5 }));
    }

    [Test]
    public void The_values_of_one_recording_are_those_of_its_row_and_not_a_number_where_it_lacks_the_modality()
    {
        using var scope = NewDisposeScope();
        using var table = Table();

        Assert.That(table.ValuesOf("b", "voice"), Is.EqualTo(new float[] { 2, 3 }));
        Assert.That(table.ValuesOf("b", "face"), Is.All.NaN);
    }

    [Test]
    public void Modalities_keep_the_configurations_order() => Assert.That(Table().Modalities, Is.EqualTo(new[] { "voice", "face" }));

    [Test]
    public void What_a_caller_gets_outlives_the_table_and_the_callers_scope_owns_it()
    {
        Tensor features;
        using (var scope = NewDisposeScope())
        {
            using (var table = Table())
            {
                features = table.Concatenate(["a"], ["voice"]);
            }

            Assert.That(features.data<float>().ToArray(), Is.EqualTo(new float[] { 0, 1 }));
        }

        Assert.That(features.IsInvalid, Is.True);
    }

    [Test]
    public void Nothing_is_left_of_a_table_and_of_what_was_asked_of_it() => Assert.That(
        LiveTensors.LeftBy(() =>
        {
            using var table = Table();
            table.Concatenate(["a", "b"], ["voice", "face"]).Dispose();
            table.ValuesOf("a", "voice");
        }),
        Is.Zero);

    // Two values of a voice, three of a face, which b lacks.
    private static FeatureTable Table()
    {
        using var scope = NewDisposeScope();
        var face = arange(100, 109, ScalarType.Float32).reshape(3, 3);
        face[1] = float.NaN;
        return new FeatureTable(["a", "b", "c"], new Dictionary<string, Tensor>
        {
            ["voice"] = arange(0, 6, ScalarType.Float32).reshape(3, 2).DetachFromDisposeScope(),
            ["face"] = face.DetachFromDisposeScope(),
        });
    }
}
