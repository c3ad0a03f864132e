using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>fc + ReLU + fc (paper, Sec. III-B).</summary>
internal sealed class ProjectionHead : nn.Module<Tensor, Tensor>
{
    private readonly Sequential _layers = nn.Sequential(nn.Linear(Features.Size, 1024), nn.ReLU(), nn.Linear(1024, Features.Size));

    public ProjectionHead()
        : base(nameof(ProjectionHead)) => RegisterComponents();

    public override Tensor forward(Tensor input) => _layers.call(input);
}
