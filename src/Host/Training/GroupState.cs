using System.Buffers.Binary;
using System.Security.Cryptography;
using Mpuc.Host.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>What the processes of a training have in common, and what each has of its own and a checkpoint must keep: the state of its random generator.</summary>
/// <param name="group">The processes.</param>
internal sealed class GroupState(IProcessGroup group) : IDisposable
{
    private const string Generator = "generator";

    private Tensor? _generators;

    /// <summary>Gives all processes the weights of process 0.</summary>
    public void Begin(nn.Module model)
    {
        using var noGradient = no_grad();
        foreach (var value in model.parameters().Concat(model.buffers()))
        {
            group.Broadcast(value);
        }
    }

    /// <summary>Makes what differs between the processes ready for validation and checkpoints: averages the statistics of batch normalisation.</summary>
    public void Settle(nn.Module model)
    {
        if (group.Size == 1)
        {
            return;
        }

        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var buffer in model.buffers().Where(buffer => buffer.is_floating_point()))
        {
            group.Sum(buffer);
            buffer.div_(group.Size);
        }

        _generators?.Dispose();
        _generators = group.Gather(get_rng_state()).DetachFromDisposeScope();
    }

    /// <summary>The states of all processes' generators, as of the last <see cref="Settle"/>.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State() =>
        Enumerable.Range(0, group.Size).Select(rank => KeyValuePair.Create(NameOf(rank), _generators is null ? get_rng_state() : _generators[rank].clone()));

    /// <summary>Takes over this process's generator; a process that the saved training did not have starts one of its own.</summary>
    public void Restore(IReadOnlyDictionary<string, Tensor> state)
    {
        if (state.TryGetValue(NameOf(group.Rank), out var own))
        {
            set_rng_state(own);
            return;
        }

        var seed = SHA256.HashData([.. state[Generator].bytes, .. BitConverter.GetBytes(group.Rank)]);
        manual_seed(BinaryPrimitives.ReadInt64LittleEndian(seed) & long.MaxValue);
    }

    /// <inheritdoc/>
    public void Dispose() => _generators?.Dispose();

    private static string NameOf(int rank) => rank == 0 ? Generator : FormattableString.Invariant($"{Generator}.{rank}");
}
