using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Distributed;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>Makes sure that the processes of a training mean the same run: each reads its own configuration, plugins and data.</summary>
internal static class RunAgreement
{
    // Where things lie and how they are computed may differ from machine to machine.
    private static readonly string[] OwnSections = ["runtime", "plugins"];

    /// <summary>Compares all processes with process 0.</summary>
    /// <param name="group">The processes.</param>
    /// <param name="configuration">This process's configuration.</param>
    /// <param name="manifest">What determines its run.</param>
    /// <exception cref="MpucException">A process differs; the message names it and in what.</exception>
    public static void Require(IProcessGroup group, RunConfiguration configuration, RunManifest manifest)
    {
        (string What, string Text)[] parts =
        [
            ("version of the program", manifest.Program),
            ("configuration", Common(configuration.Resolved).ToJsonString()),
            ("version of a plugin", string.Join('\n', manifest.Modalities.Select(modality => $"{modality.Plugin} {modality.BackbonePlugin}"))),
            ("data", manifest.DataSha256),
        ];
        foreach (var (what, text) in parts)
        {
            using var own = tensor(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            using var all = group.Gather(own);
            var first = all[0].data<byte>().ToArray();
            for (var rank = 1; rank < group.Size; rank++)
            {
                if (!all[rank].data<byte>().ToArray().SequenceEqual(first))
                {
                    throw new MpucException($"Process {rank} of {group.Size} was started with another {what} than process 0; all must have the same.");
                }
            }
        }
    }

    private static JsonNode Common(JsonObject resolved)
    {
        var common = resolved.DeepClone().AsObject();
        Array.ForEach(OwnSections, section => common.Remove(section));
        foreach (var option in DataOptions.WithoutEffect)
        {
            (common["data"] as JsonObject)?.Remove(option);
        }

        return common;
    }
}
