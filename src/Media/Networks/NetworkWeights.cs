using static TorchSharp.torch;

namespace Mpuc.Media.Networks;

/// <summary>The weights of a network that is only run, never trained. Owns its tensors; not safe for use from several threads.</summary>
/// <param name="network">The network's name, for messages.</param>
/// <param name="file">Where the weights come from, for messages.</param>
/// <param name="tensors">The tensors by name; the object takes ownership.</param>
public sealed class NetworkWeights(string network, string file, IReadOnlyDictionary<string, Tensor> tensors) : IDisposable
{
    private readonly List<Tensor> _turned = [];

    /// <summary>Reads a network's weights.</summary>
    /// <param name="network">The network's name, for messages.</param>
    /// <param name="store">Where pretrained files are found.</param>
    /// <param name="nameOrPath">A registered name or a path.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="MpucException">The file is missing or damaged.</exception>
    public static NetworkWeights Read(string network, IWeightsStore store, string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new NetworkWeights(network, nameOrPath, store.Read(nameOrPath));
    }

    /// <summary>Finds one tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">The shape that the network needs.</param>
    /// <returns>The tensor, float32, which stays this object's.</returns>
    /// <exception cref="MpucException">
    /// The tensor is missing, or has another shape or type, so that the file belongs to another network.
    /// </exception>
    public Tensor this[string name, params long[] shape]
    {
        get
        {
            if (!tensors.TryGetValue(name, out var tensor))
            {
                throw Refuse($"it has no tensor '{name}'");
            }

            if (!tensor.shape.AsSpan().SequenceEqual(shape))
            {
                throw Refuse($"'{name}' has the shape [{string.Join(", ", tensor.shape)}] instead of [{string.Join(", ", shape)}]");
            }

            return tensor.dtype == ScalarType.Float32 ? tensor : throw Refuse($"'{name}' holds {tensor.dtype} instead of Float32");
        }
    }

    /// <summary>Finds convolution kernels that TensorFlow wrote, <c>[height, width, inputs, outputs]</c>, and turns them round.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="height">The kernel's rows.</param>
    /// <param name="width">The kernel's columns.</param>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output; of a depthwise convolution outputs per input.</param>
    /// <param name="isDepthwise">Whether every input has kernels of its own.</param>
    /// <returns>
    /// Kernels as libtorch reads them, <c>[outputs, inputs, height, width]</c>, or <c>[inputs, outputs, height, width]</c> of a depthwise
    /// convolution; stays this object's.
    /// </returns>
    /// <exception cref="MpucException">As for the indexer.</exception>
    public Tensor Kernels(string name, long height, long width, long inputs, long outputs, bool isDepthwise = false)
    {
        using var scope = NewDisposeScope();
        var kernels = this[name, height, width, inputs, outputs];
        var turned = (isDepthwise ? kernels.permute(2, 3, 0, 1) : kernels.permute(3, 2, 0, 1)).contiguous().DetachFromDisposeScope();
        _turned.Add(turned);
        return turned;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in tensors.Values.Concat(_turned))
        {
            tensor.Dispose();
        }
    }

    private MpucException Refuse(string reason) =>
        new($"'{file}' does not hold the weights of {network}: {reason}; name the file that belongs to this network.");
}
