using System.Text;
using static TorchSharp.torch;

namespace Mpuc.Host.Distributed;

/// <summary>What follows from the few things that an <see cref="IProcessGroup"/> does.</summary>
internal static class ProcessGroupExtensions
{
    /// <summary>Whether this process leads the group and writes.</summary>
    public static bool Leads(this IProcessGroup group) => group.Rank == 0;

    /// <summary>Waits for all processes.</summary>
    public static void Meet(this IProcessGroup group) => group.Any(false);

    /// <summary>Whether something holds in any process.</summary>
    public static bool Any(this IProcessGroup group, bool here)
    {
        if (group.Size == 1)
        {
            return here;
        }

        using var count = tensor(new[] { here ? 1f : 0f });
        group.Sum(count);
        return count.item<float>() > 0;
    }

    /// <summary>Gives everybody what process 0 has.</summary>
    /// <param name="group">The group.</param>
    /// <param name="bytes">In process 0 the bytes; in others ignored.</param>
    /// <returns>Process 0's bytes.</returns>
    public static byte[] Share(this IProcessGroup group, byte[]? bytes)
    {
        if (group.Size == 1)
        {
            return bytes!;
        }

        using var length = tensor(new[] { group.Leads() ? bytes!.LongLength : 0L });
        group.Broadcast(length);
        using var content = group.Leads() ? tensor(bytes!) : zeros(length.item<long>(), ScalarType.Byte);
        if (content.numel() > 0)
        {
            group.Broadcast(content);
        }

        return content.data<byte>().ToArray();
    }

    /// <inheritdoc cref="Share(IProcessGroup, byte[])"/>
    public static string Share(this IProcessGroup group, string? text) =>
        group.Size == 1 ? text! : Encoding.UTF8.GetString(group.Share(group.Leads() ? Encoding.UTF8.GetBytes(text!) : null));

    /// <summary>
    /// Lets one process of each machine do something before the others of the machine, which then find its results in the cache.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="prepare">What is done.</param>
    /// <returns>What it gave in this process.</returns>
    public static T OneOfEachMachineFirst<T>(this IProcessGroup group, Func<T> prepare)
    {
        var early = group.LocalRank == 0 ? prepare() : default;
        group.Meet();
        var result = group.LocalRank == 0 ? early! : prepare();
        group.Meet();
        return result;
    }
}
