using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

/// <summary>The ways to say the same: each pair is one function called by two overloads, one of which the golden values cover.</summary>
internal sealed class OverloadTests : ScopedTests
{
    private static readonly Dictionary<string, Func<Tensor, (Tensor, Tensor)>> OfImages = new()
    {
        ["max_pool2d by number"] = x => (functional.max_pool2d(x, 2, 1, 1, 1), MaxPool2d([2, 2], [1, 1], [1, 1], [1, 1]).call(x)),
        ["max_pool2d by pair"] = x => (functional.max_pool2d(x, (2, 3), (1, 2)), MaxPool2d([2, 3], [1, 2]).call(x)),
        ["max_pool2d with indices"] = x
            => (functional.max_pool2d_with_indices(x, [2, 2]).output, MaxPool2d(2, null).forward_with_indices(x).Values),
        ["avg_pool2d by number"] = x => (functional.avg_pool2d(x, 2, 1, 1), AvgPool2d([2, 2], [1, 1], [1, 1]).call(x)),
        ["avg_pool2d by pair"] = x => (functional.avg_pool2d(x, (2, 3), (1, 2)), AvgPool2d([2, 3], [1, 2]).call(x)),
        ["adaptive_avg_pool2d"] = x => (functional.adaptive_avg_pool2d(x, 3), AdaptiveAvgPool2d([3, 3]).call(x)),
        ["adaptive_avg_pool2d by pair"] = x => (functional.adaptive_avg_pool2d(x, (3, 2)), AdaptiveAvgPool2d([3, 2]).call(x)),
        ["adaptive_avg_pool2d by number"] = x => (AdaptiveAvgPool2d(2).call(x), AdaptiveAvgPool2d((2, 2)).call(x)),
        ["adaptive_max_pool2d"] = x
            => (functional.adaptive_max_pool2d(x, [3, 2]), AdaptiveMaxPool2d([3, 2]).forward_with_indices(x).Values),
        ["constant_pad2d"] = x => (ConstantPad2d((1, 1, 1, 1), 2).call(x), ConstantPad2d(1, 2).call(x)),
        ["reflection_pad2d"] = x => (ReflectionPad2d(2).call(x), functional.pad(x, (2, 2, 2, 2), PaddingModes.Reflect)),
        ["replication_pad2d"] = x
            => (ReplicationPad2d(2).call(x), functional.pad(x, new ReadOnlySpan<long>([2, 2, 2, 2]), PaddingModes.Replicate)),
        ["zero_pad2d"] = x => (ZeroPad2d(2).call(x), functional.pad(x, (2, 2, 2, 2), PaddingModes.Zeros, 5)),
        ["pad by number"] = x => (functional.pad(x, 2, value: 3), functional.pad(x, (2, 2), value: 3)),
        ["gelu"] = x => (functional.gelu(x), functional.gelu(x, TorchSharp.Modules.GELU.Approximate.none)),
        ["sigmoid"] = x => (functional.sigmoid(x), x.sigmoid()),
        ["interpolate"] = x => (functional.interpolate(x, scale_factor: [2]), functional.interpolate(x, [12, 10])),
    };

    private static readonly Dictionary<string, Func<Tensor, (Tensor, Tensor)>> OfVolumes = new()
    {
        ["max_pool3d by number"] = x => (MaxPool3d(2).call(x), MaxPool3d((2, 2, 2)).call(x)),
        ["max_pool3d with indices"] = x => (MaxPool3d(2).call(x), MaxPool3d([2, 2, 2]).forward_with_indices(x).Values),
        ["max_pool3d by triple"] = x
            => (MaxPool3d((2, 3, 1), (1, 1, 1), (1, 1, 0), (1, 1, 1)).call(x), MaxPool3d([2, 3, 1], [1, 1, 1], [1, 1, 0]).call(x)),
        ["avg_pool3d by number"] = x => (AvgPool3d(2, 1).call(x), AvgPool3d([2, 2, 2], [1, 1, 1]).call(x)),
        ["avg_pool3d by triple"] = x
            => (AvgPool3d((2, 1, 2), (1, 1, 1), (1, 0, 1)).call(x), AvgPool3d([2, 1, 2], [1, 1, 1], [1, 0, 1]).call(x)),
        ["adaptive_avg_pool3d by number"] = x => (functional.adaptive_avg_pool3d(x, 2), AdaptiveAvgPool3d([2, 2, 2]).call(x)),
        ["adaptive_avg_pool3d by triple"] = x => (functional.adaptive_avg_pool3d(x, (2, 1, 3)), AdaptiveAvgPool3d((2, 1, 3)).call(x)),
        ["adaptive_max_pool3d"] = x
            => (functional.adaptive_max_pool3d(x, [2, 1, 3]), AdaptiveMaxPool3d([2, 1, 3]).forward_with_indices(x).Values),
        ["constant_pad3d"] = x => (ConstantPad3d(1, 2).call(x), ConstantPad3d((1, 1, 1, 1, 1, 1), 2).call(x)),
        ["reflection_pad3d"] = x => (ReflectionPad3d(1).call(x), ReflectionPad3d((1, 1, 1, 1, 1, 1)).call(x)),
        ["replication_pad3d"] = x => (ReplicationPad3d(1).call(x), ReplicationPad3d((1, 1, 1, 1, 1, 1)).call(x)),
    };

    private static readonly Dictionary<string, Func<Tensor, (Tensor, Tensor)>> OfSequences = new()
    {
        ["adaptive_max_pool1d"] = x => (functional.adaptive_max_pool1d(x, 3), AdaptiveMaxPool1d(3).forward_with_indices(x).Values),
        ["constant_pad1d"] = x => (ConstantPad1d(2, 1).call(x), ConstantPad1d((2, 2), 1).call(x)),
        ["reflection_pad1d"] = x => (ReflectionPad1d(2).call(x), ReflectionPad1d((2, 2)).call(x)),
        ["replication_pad1d"] = x => (ReplicationPad1d((2, 2)).call(x), ReplicationPad1d(2).call(x)),
    };

    public static IEnumerable<string> Images => OfImages.Keys;

    public static IEnumerable<string> Volumes => OfVolumes.Keys;

    public static IEnumerable<string> Sequences => OfSequences.Keys;

    [SetUp]
    public void Seed() => manual_seed(2);

    [Test]
    public void Overloads_agree_on_images([ValueSource(nameof(Images))] string name) => AssertEqual(OfImages[name](randn(2, 3, 6, 5)));

    [Test]
    public void Overloads_agree_on_volumes([ValueSource(nameof(Volumes))] string name)
        => AssertEqual(OfVolumes[name](randn([1, 2, 4, 5, 6])));

    [Test]
    public void Overloads_agree_on_sequences([ValueSource(nameof(Sequences))] string name)
        => AssertEqual(OfSequences[name](randn(2, 3, 7)));

    [Test]
    public void Convolutions_pad_by_name([Values] Padding padding)
    {
        var (x1, x2, x3) = (randn(1, 2, 6), randn(1, 2, 6, 5), randn([1, 2, 4, 5, 6]));
        var (w1, w2, w3) = (randn(3, 2, 3), randn(3, 2, 3, 3), randn([3, 2, 3, 3, 3]));
        var width = padding == Padding.Same ? 1L : 0;

        AssertEqual((functional.conv1d_padding(x1, w1, padding: padding), functional.conv1d(x1, w1, padding: width)));
        AssertEqual((functional.conv2d_padding(x2, w2, padding: padding), functional.conv2d(x2, w2, padding: [width, width])));
        AssertEqual((functional.conv3d_padding(x3, w3, padding: padding), functional.conv3d(x3, w3, padding: [width, width, width])));
    }

    [Test]
    public void Convolutions_of_images_and_volumes_take_numbers_and_tuples()
    {
        var (image, volume) = (randn(1, 2, 6, 5), randn([1, 2, 4, 5, 6]));

        AssertAlike(Conv2d(2, 3, 3, Padding.Same), Conv2d(2, 3, (3, 3), padding: (1, 1)), image);
        AssertAlike(Conv3d(2, 3, 3, Padding.Same), Conv3d(2, 3, (3, 3, 3), Padding.Same), volume);
        AssertAlike(ConvTranspose2d(2, 3, 3, stride: 2), ConvTranspose2d(2, 3, (3, 3), stride: (2, 2)), image);
        AssertAlike(ConvTranspose3d(2, 3, 2, padding: 1), ConvTranspose3d(2, 3, (2, 2, 2), padding: (1, 1, 1)), volume);
    }

    [Test]
    public void A_chain_is_made_of_lists_and_tuples_too()
    {
        Module<Tensor, Tensor>[] layers = [Linear(2, 3), ReLU()];
        var input = randn(4, 2);
        var expected = Sequential(layers).call(input);

        foreach (var chain in new[]
        {
            Sequential(layers.AsEnumerable()),
            Sequential(layers.Select((layer, i) => ($"layer{i}", layer))),
            Sequential(layers.Select((layer, i) => Tuple.Create($"layer{i}", layer))),
            Sequential(layers.Select((layer, i) => Tuple.Create($"layer{i}", layer)).ToArray()),
        })
        {
            AssertEqual((chain.call(input), expected));
        }
    }

    [Test]
    public void A_mask_of_numbers_is_added_to_the_scores()
    {
        var (query, key, value) = (randn(2, 3, 4), randn(2, 5, 4), randn(2, 5, 4));
        var allowed = randn(3, 5) > 0;
        allowed[.., 0] = true;
        var added = zeros(3, 5).masked_fill(allowed.logical_not(), double.NegativeInfinity);

        AssertEqual((
            functional.scaled_dot_product_attention(query, key, value, added),
            functional.scaled_dot_product_attention(query, key, value, allowed)));
    }

    [Test]
    public void Glorots_other_names_fill_alike()
    {
        manual_seed(4);
        var (uniform, normal) = (init.xavier_uniform_(empty(3, 4)), init.xavier_normal_(empty(3, 4)));
        manual_seed(4);

        AssertEqual((init.glorot_uniform_(empty(3, 4)), uniform));
        AssertEqual((init.glorot_normal_(empty(3, 4)), normal));
    }

    [Test]
    public void A_Transformer_takes_a_mask_alone()
    {
        var encoder = TransformerEncoder(TransformerEncoderLayer(4, 2, 8), 1);
        encoder.eval();
        var layer = TransformerEncoderLayer(4, 2, 8, dropout: 0);
        layer.load_state_dict(encoder.state_dict().ToDictionary(entry => entry.Key["layers.0.".Length..], entry => entry.Value));
        var (input, mask, nothing) = (randn(3, 2, 4), ones([3, 3], ScalarType.Bool).triu(1), zeros([2, 3], ScalarType.Bool));

        AssertEqual((encoder.call(input, mask), layer.call(input, mask, nothing)));
        AssertEqual((encoder.call(input, mask), layer.call(input, mask)));
    }

    private static void AssertAlike(Module<Tensor, Tensor> first, Module<Tensor, Tensor> second, Tensor input)
    {
        second.load_state_dict(first.state_dict());
        AssertEqual((first.call(input), second.call(input)));
    }

    private static void AssertEqual((Tensor First, Tensor Second) results)
    {
        Assert.That(results.First.shape, Is.EqualTo(results.Second.shape));
        Assert.That(results.First.allclose(results.Second, 1e-5, 1e-6), Is.True);
    }
}
