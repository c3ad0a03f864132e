using System.Globalization;

namespace Mpuc.Host.Distributed;

/// <summary>This process's place among several, as torchrun writes it into the environment and as Slurm or Kubernetes can be told to.</summary>
internal sealed record ProcessEnvironment
{
    /// <summary>This process's number, from 0.</summary>
    public required int Rank { get; init; }

    /// <summary>The number of processes, at least 2.</summary>
    public required int Size { get; init; }

    /// <summary>This process's number among those of its machine, from 0.</summary>
    public required int LocalRank { get; init; }

    /// <summary>The machine where the processes meet: that of process 0.</summary>
    public required string MasterAddress { get; init; }

    /// <summary>The port there.</summary>
    public required int MasterPort { get; init; }

    /// <summary>Whether whoever started the processes serves the store; else process 0 does.</summary>
    public bool IsStoreServed { get; init; }

    /// <summary>Counts the times that torchrun started the processes anew.</summary>
    public int Attempt { get; init; }

    /// <summary>The network interface that Gloo is to use; empty for the one that leads to the master.</summary>
    public string NetworkInterface { get; init; } = string.Empty;

    /// <summary>Reads the place.</summary>
    /// <param name="environment">The environment's variables.</param>
    /// <returns>The place; null where there is one process alone.</returns>
    /// <exception cref="MpucException">A variable is missing or makes no sense.</exception>
    public static ProcessEnvironment? Read(IReadOnlyDictionary<string, string> environment)
    {
        var size = environment.ContainsKey("WORLD_SIZE") ? Number("WORLD_SIZE", 1, 1_000_000) : 1;
        if (size == 1)
        {
            return null;
        }

        var rank = Number("RANK", 0, size - 1);
        return new ProcessEnvironment
        {
            Rank = rank,
            Size = size,
            LocalRank = environment.ContainsKey("LOCAL_RANK") ? Number("LOCAL_RANK", 0, size - 1) : 0,
            MasterAddress = Text("MASTER_ADDR"),
            MasterPort = Number("MASTER_PORT", 1, 65535),
            IsStoreServed = environment.GetValueOrDefault("TORCHELASTIC_USE_AGENT_STORE") == "True",
            Attempt = environment.ContainsKey("TORCHELASTIC_RESTART_COUNT") ? Number("TORCHELASTIC_RESTART_COUNT", 0, int.MaxValue) : 0,
            NetworkInterface = environment.GetValueOrDefault("GLOO_SOCKET_IFNAME") ?? string.Empty,
        };

        int Number(string name, int least, int most) =>
            int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw new MpucException($"The environment variable {name} is '{Text(name)}'; an integer from {least} to {most} would be right.");

        string Text(string name) => environment.GetValueOrDefault(name) is { Length: > 0 } text ? text : throw new MpucException(
            $"WORLD_SIZE asks for {environment["WORLD_SIZE"]} processes, but the environment variable {name} is missing; torchrun sets RANK, LOCAL_RANK, MASTER_ADDR and MASTER_PORT, "
            + "and 'mpuc train --processes' starts processes on this machine without any.");
    }

    /// <summary>What a process that <see cref="ProcessLauncher"/> starts finds in its environment.</summary>
    /// <returns>The variables by name.</returns>
    public IReadOnlyDictionary<string, string> ToVariables() => new Dictionary<string, string>
    {
        ["RANK"] = Rank.ToString(CultureInfo.InvariantCulture),
        ["WORLD_SIZE"] = Size.ToString(CultureInfo.InvariantCulture),
        ["LOCAL_RANK"] = LocalRank.ToString(CultureInfo.InvariantCulture),
        ["MASTER_ADDR"] = MasterAddress,
        ["MASTER_PORT"] = MasterPort.ToString(CultureInfo.InvariantCulture),
        ["TORCHELASTIC_USE_AGENT_STORE"] = IsStoreServed ? "True" : "False",
    };
}
