using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Backbones.R2Plus1d;

/// <summary>
/// Starting weights in the form that torchvision saves: all of R(2+1)D-18 but the last layer, whose 400 action classes are of no use here.
/// </summary>
internal static class TorchvisionWeights
{
    private const string LastLayer = "fc.";

    // Counters, which a network in evaluation does not need and checkpoints of early versions lack.
    private const string Counter = ".num_batches_tracked";

    /// <summary>The weights that the paper starts from (Sec. III-A).</summary>
    public static PretrainedWeights Kinetics { get; } = new()
    {
        Name = "r2plus1d-18-kinetics",
        Description = "R(2+1)D-18 trained to tell the 400 actions of Kinetics-400 apart, for the face backbone r2plus1d.",
        License = "BSD-3-Clause",
        Origin = "torchvision, R2Plus1D_18_Weights.KINETICS400_V1, file r2plus1d_18-91a641e6.pth (Tran et al. 2018)",
        Without = "The backbone r2plus1d starts from random weights; to use the file, name its path as the backbone's 'weights'.",
    };

    /// <summary>Copies a checkpoint into a network.</summary>
    /// <exception cref="MpucException">
    /// The checkpoint cannot be read, or its tensors are not the network's; the message names one that differs.
    /// </exception>
    public static void Load(R2Plus1dNet network, IWeightsStore store, string nameOrPath)
    {
        var checkpoint = store.Read(nameOrPath);
        try
        {
            var state = network.state_dict().Where(entry => !entry.Key.StartsWith(LastLayer, StringComparison.Ordinal)).ToDictionary();
            RequireSame(state, checkpoint, nameOrPath);
            using var noGrad = no_grad();
            foreach (var (name, tensor) in state)
            {
                if (checkpoint.TryGetValue(name, out var stored))
                {
                    tensor.copy_(stored);
                }
            }
        }
        finally
        {
            foreach (var tensor in checkpoint.Values)
            {
                tensor.Dispose();
            }
        }
    }

    private static void RequireSame(Dictionary<string, Tensor> state, IReadOnlyDictionary<string, Tensor> checkpoint, string nameOrPath)
    {
        var missing = state.Keys.Where(name => !checkpoint.ContainsKey(name) && !name.EndsWith(Counter, StringComparison.Ordinal))
            .ToArray();
        var unexpected = checkpoint.Keys.Where(name => !state.ContainsKey(name) && !name.StartsWith(LastLayer, StringComparison.Ordinal))
            .ToArray();
        var misshapen = state.Where(entry =>
            checkpoint.TryGetValue(entry.Key, out var stored) && !stored.shape.SequenceEqual(entry.Value.shape))
            .Select(entry => $"{entry.Key} is {Shape(checkpoint[entry.Key])} instead of {Shape(entry.Value)}")
            .ToArray();
        string[] differences =
            [.. Describe("lacks", missing), .. Describe("has the unknown", unexpected), .. Describe("has other shapes:", misshapen)];
        if (differences.Length > 0)
        {
            throw new MpucException(
                $"'{nameOrPath}' does not hold R(2+1)D-18 as torchvision saves it: it {string.Join("; it ", differences)}.");
        }
    }

    private static IEnumerable<string> Describe(string verb, string[] names)
    {
        if (names.Length > 0)
        {
            yield return $"{verb} {names[0]}{(names.Length > 1 ? $" and {names.Length - 1} more" : string.Empty)}";
        }
    }

    private static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
