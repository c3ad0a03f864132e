using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>One modality's part of a <see cref="MultimodalEncoder"/>: a backbone from a plugin and a projection head.</summary>
internal sealed class ModalityBranch : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Backbone backbone;
    private readonly ProjectionHead projection;
    private readonly double _inputNoise;

    public ModalityBranch(Backbone backbone, ProjectionOptions options, double inputNoise)
        : base(nameof(ModalityBranch))
    {
        this.backbone = backbone;
        _inputNoise = inputNoise;
        projection = new ProjectionHead(options);
        RegisterComponents();
    }

    /// <summary>Windows <c>[R, T, ...]</c> and lengths <c>[R]</c> to features <c>[R, 512]</c>.</summary>
    public override Tensor forward(Tensor values, Tensor lengths) =>
        backbone.forward(training && _inputNoise > 0 ? values + (_inputNoise * randn_like(values)) : values, lengths);

    /// <summary>Features <c>[R, 512]</c> to embeddings <c>[R, size]</c>.</summary>
    public Tensor Project(Tensor features) => projection.forward(features);
}
