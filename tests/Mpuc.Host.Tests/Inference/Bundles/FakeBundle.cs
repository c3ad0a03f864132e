using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Inference.Bundles;

/// <summary>A bundle whose files are whole and hold nothing that could be run.</summary>
internal static class FakeBundle
{
    public static string Write(string path, Version? contract = null)
    {
        using var writer = new BundleWriter(BundleWriter.Check(path));
        foreach (var file in BundleNames.Required)
        {
            File.WriteAllText(writer.PathOf(file), $"content of {file}");
        }

        writer.Finish(files => new BundleManifest
        {
            Format = BundleManifest.CurrentFormat,
            Program = "test",
            Contract = (contract ?? HostSurface.Current.ContractVersion).ToString(),
            Run = "toy", Unsupervised = true, Modalities = [], Task = null, Files = files,
        });
        return path;
    }
}
