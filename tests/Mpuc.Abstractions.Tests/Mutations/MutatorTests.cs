using System.Text;

namespace Mpuc.Tests.Mutations;

/// <summary>Damaged inputs depend on corpus, seed and number alone, and are of every kind that is promised.</summary>
[TestFixture]
internal sealed class MutatorTests
{
    private const string Json = "{\"a\":[{\"b\":1.5,\"c\":\"so\"}]}\n{\"d\":23}\n";

    private static readonly Mutator Text = new([Encoding.UTF8.GetBytes(Json), "other file"u8.ToArray()], ["TOKEN"], isText: true);
    private static readonly Mutator Bytes = new([[.. Enumerable.Range(1, 64).Select(value => (byte)value)]], [], isText: false);

    [Test]
    public void An_input_is_the_same_whenever_it_is_made([Values(0, 1, 77, 5000)] long number) =>
        Assert.That(Text.Make(3, number), Is.EqualTo(Text.Make(3, number)));

    [Test]
    public void Inputs_of_other_numbers_and_seeds_are_others()
    {
        string[] inputs =
        [
            .. Enumerable.Range(0, 1000)
                .SelectMany(number => new[] { Text.Make(1, number), Text.Make(2, number) })
                .Select(Encoding.UTF8.GetString),
        ];
        Assert.That(inputs.Distinct().Count(), Is.GreaterThan(1600));
    }

    [TestCase("{\"a\":{\"a\":{\"a\":", "brackets within brackets")]
    [TestCase("\\ud800", "half of a character")]
    [TestCase("1e999", "a number beyond every type")]
    [TestCase("TOKEN", "a word of the format")]
    [TestCase("other", "a part of another file")]
    [TestCase("\n{\"d\":23}\n{\"d\":23}\n", "a line twice")]
    public void Of_text_there_is(string part, string what) =>
        Assert.That(
            Enumerable.Range(0, 4000).Select(number => Encoding.UTF8.GetString(Text.Make(1, number))), Has.Some.Contains(part), what);

    [Test]
    public void Of_bytes_there_are_the_extremes_of_lengths_in_both_orders_and_the_files_own_length()
    {
        var inputs = Enumerable.Range(0, 20_000).Select(number => Bytes.Make(1, number)).ToList();
        foreach (byte[] run in new byte[][] { [255, 255, 255, 127], [127, 255, 255, 255], [0, 0, 0, 128], [128, 0, 0, 0], [64, 0, 0, 0], [0, 0, 0, 64] })
        {
            Assert.That(inputs.Exists(input => input.AsSpan().IndexOf(run) >= 0), Is.True, string.Join(' ', run));
        }
    }

    [Test]
    public void Inputs_are_cut_short_doubled_and_now_and_then_long()
    {
        var lengths = Enumerable.Range(0, 20_000).Select(number => Bytes.Make(1, number).Length).ToList();
        Assert.That(
            lengths,
            Has.Some.LessThan(8).And.Some.GreaterThan(128).And.Some.GreaterThan(1 << 16).And.All.LessThanOrEqualTo(Mutator.Longest));
        Assert.That(lengths.Count(length => length > 1 << 14), Is.LessThan(20));
    }
}
