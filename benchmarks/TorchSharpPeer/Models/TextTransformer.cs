using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>A Transformer encoder (Vaswani et al. 2017) on word vectors with sinusoidal positions; the released code's sizes.</summary>
internal sealed class TextTransformer : nn.Module<Tensor, Tensor>
{
    private const int Frames = 30;
    private const int Width = 300;

    private readonly TransformerEncoder _encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(Width, 5, 2048, 0.1), 6);
    private readonly Dropout _dropout = nn.Dropout(0.1);
    private readonly Linear _fc = nn.Linear(Width, Features.Size);

    public TextTransformer()
        : base(nameof(TextTransformer))
    {
        register_buffer("positions", Positions());
        RegisterComponents();
    }

    /// <param name="input">Windows, <c>[B, T, width]</c>.</param>
    public override Tensor forward(Tensor input)
    {
        var positioned = _dropout.call(input.permute(1, 0, 2) + get_buffer("positions")!);
        var mean = _encoder.call(positioned).mean([0]);
        return _fc.call(_dropout.call(mean));
    }

    private static Tensor Positions()
    {
        using var scope = NewDisposeScope();
        var rates = exp(arange(0, Width, 2, ScalarType.Float32) * (-Math.Log(10000) / Width));
        var angles = arange(0, Frames, ScalarType.Float32).unsqueeze(1) * rates;
        return stack([angles.sin(), angles.cos()], 2).reshape(Frames, 1, Width).MoveToOuterDisposeScope();
    }
}
