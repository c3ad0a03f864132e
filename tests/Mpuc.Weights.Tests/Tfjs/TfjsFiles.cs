namespace Mpuc.Weights.Tests.Tfjs;

/// <summary>Tfjs models put together by hand.</summary>
internal static class TfjsFiles
{
    public static string Write(TemporaryFolder folder, string manifest, params byte[][] shards)
    {
        for (var index = 0; index < shards.Length; index++)
        {
            File.WriteAllBytes(folder.File($"shard{index + 1}.bin"), shards[index]);
        }

        File.WriteAllText(folder.File("x-weights_manifest.json"), manifest);
        return folder.File("x-weights_manifest.json");
    }
}
