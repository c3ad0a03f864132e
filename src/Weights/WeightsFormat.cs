namespace Mpuc.Weights;

/// <summary>The formats of weights that <see cref="WeightsReader"/> reads.</summary>
public enum WeightsFormat
{
    /// <summary>Safetensors.</summary>
    Safetensors,

    /// <summary>A TensorFlow.js weights manifest (or a <c>model.json</c> with one) and its shards.</summary>
    Tfjs,

    /// <summary>A state dict as <c>torch.save</c> has written it since PyTorch 1.6, a zip file.</summary>
    PyTorch,

    /// <summary>A state dict as <c>torch.save</c> wrote it before, a row of pickles.</summary>
    PyTorchLegacy,
}
