using Mpuc.Host.Data;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

public sealed class MultimodalEncoderTests
{
    [Test]
    public void The_state_names_every_modalitys_backbone_and_projection()
    {
        using var model = new FakeModalities().CreateModel();
        Assert.That(model.state_dict().Keys, Is.EquivalentTo(new[] { "audio", "text" }.SelectMany(name => new[]
        {
            $"{name}.backbone.fc.weight", $"{name}.backbone.fc.bias",
            $"{name}.projection.fc1.weight", $"{name}.projection.fc1.bias", $"{name}.projection.fc2.weight", $"{name}.projection.fc2.bias",
        })));
    }

    [Test]
    public void Equal_seeds_give_equal_weights_and_others_give_others()
    {
        using var one = new FakeModalities().CreateModel(seed: 1);
        using var same = new FakeModalities().CreateModel(seed: 1);
        using var other = new FakeModalities().CreateModel(seed: 2);
        Assert.That(Bytes(same, "audio"), Is.EqualTo(Bytes(one, "audio")));
        Assert.That(Bytes(other, "audio"), Is.Not.EqualTo(Bytes(one, "audio")));
    }

    [Test]
    public void A_modalitys_first_weights_do_not_depend_on_the_others()
    {
        using var two = new FakeModalities(names: ["audio", "text"]).CreateModel();
        using var three = new FakeModalities(names: ["face", "text", "audio"]).CreateModel();
        Assert.That(Bytes(three, "audio"), Is.EqualTo(Bytes(two, "audio")));
        Assert.That(Bytes(three, "text"), Is.EqualTo(Bytes(two, "text")));
        Assert.That(Bytes(two, "text"), Is.Not.EqualTo(Bytes(two, "audio")));
    }

    [Test]
    public void Features_come_before_the_projection_and_embeddings_after_it()
    {
        var fake = new FakeModalities();
        using var model = fake.CreateModel();
        model.eval();
        using var batch = fake.Batch([0, 1, 2]);
        var features = model.Features(batch);
        Assert.That(
            features.Select(modality => (modality.Key, modality.Value.shape[0], modality.Value.shape[1])),
            Is.EqualTo(new[] { ("audio", 6L, 512L), ("text", 6L, 512L) }));
        var embeddings = model.Embeddings(batch);
        Assert.That(
            embeddings.Select(modality => (modality.Modality, modality.Values.shape[1])),
            Is.EqualTo(new[] { ("audio", 8L), ("text", 8L) }));
        Assert.That(embeddings[0].Rows, Is.EqualTo(new long[] { 0, 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void Input_noise_of_the_configured_deviation_is_added_in_training_alone()
    {
        using var scope = NewDisposeScope();
        using var branch = new ModalityBranch(new SumBackbone(), new ProjectionOptions(), inputNoise: 0.5);
        var values = arange(4000, dtype: ScalarType.Float32).reshape(1000, 2, 2) / 1000;
        var lengths = full([1000], 2L);
        branch.eval();
        Assert.That(branch.forward(values, lengths)[0, 0].item<float>(), Is.EqualTo(values[0].sum().item<float>()).Within(1e-6));
        branch.train();
        manual_seed(1);
        var noise = (branch.forward(values, lengths) - values.flatten(1).sum(dim: 1, keepdim: true))[TensorIndex.Colon, 0];
        Assert.That(noise.mean().item<float>(), Is.EqualTo(0).Within(0.15), "a sum of four draws of deviation 0.5 deviates by 1");
        Assert.That(noise.std().item<float>(), Is.EqualTo(1).Within(0.1));
    }

    [Test]
    public void Without_input_noise_training_draws_no_random_numbers_for_it()
    {
        using var scope = NewDisposeScope();
        using var branch = new ModalityBranch(new SumBackbone(), new ProjectionOptions(), inputNoise: 0);
        branch.train();
        manual_seed(1);
        branch.forward(ones(3, 2, 2), full([3], 2L));
        var next = rand(1).item<float>();
        manual_seed(1);
        Assert.That(rand(1).item<float>(), Is.EqualTo(next));
    }

    [Test]
    public void A_batch_without_a_modality_gives_no_embeddings_and_empty_features_of_it([Values] bool named)
    {
        var fake = new FakeModalities();
        using var model = fake.CreateModel();
        using var whole = fake.Batch([0, 1]);
        var modalities = new Dictionary<string, ModalityBatch> { ["audio"] = whole.Modalities["audio"] };
        if (named)
        {
            modalities["text"] = new ModalityBatch(zeros(0, 1, 6), zeros([0], ScalarType.Int64), []);
        }

        var batch = new WindowBatch { RecordingIds = whole.RecordingIds, Views = 2, Modalities = modalities };
        Assert.That(model.Embeddings(batch).Select(modality => modality.Modality), Is.EqualTo(new[] { "audio" }));
        Assert.That(model.Features(batch)["text"].shape, Is.EqualTo(new long[] { 0, 512 }));
    }

    [Test]
    public void The_projection_head_is_fc_relu_fc()
    {
        using var head = new ProjectionHead(new ProjectionOptions { Hidden = 3, Size = 2 });
        using var scope = NewDisposeScope();
        var state = head.state_dict();
        var input = randn(5, 512);
        var hidden = (input.mm(state["fc1.weight"].t()) + state["fc1.bias"]).clamp_min(0);
        var expected = hidden.mm(state["fc2.weight"].t()) + state["fc2.bias"];
        Assert.That((head.forward(input) - expected).abs().max().item<float>(), Is.LessThan(1e-5));
    }

    private static byte[] Bytes(MultimodalEncoder model, string modality) =>
    [
        .. model.state_dict()
            .Where(weight => weight.Key.StartsWith(modality + ".", StringComparison.Ordinal))
            .SelectMany(weight => weight.Value.bytes.ToArray()),
    ];

    /// <summary>Every feature is the sum of the window.</summary>
    private sealed class SumBackbone() : Backbone(nameof(SumBackbone))
    {
        public override Tensor forward(Tensor values, Tensor lengths) =>
            values.flatten(1).sum(dim: 1, keepdim: true).expand(-1, FeatureSize);
    }
}
