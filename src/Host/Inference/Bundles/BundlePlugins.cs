using Mpuc.Host.Modalities;
using Serilog;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>Compares the plugins that are installed with those that a bundle was made with.</summary>
internal static class BundlePlugins
{
    /// <summary>Refuses other plugins, before any tensor is read.</summary>
    /// <exception cref="MpucException">
    /// A plugin has another id or version; the message says what was required and what was found.
    /// </exception>
    public static void Check(BundleFolder bundle, IReadOnlyList<Modality> modalities, ILogger log)
    {
        foreach (var modality in modalities)
        {
            var made = bundle.Manifest.Modalities.FirstOrDefault(entry => entry.Name == modality.Name)
                ?? throw new MpucException(
                    $"{bundle.Place} is damaged: its {BundleNames.Manifest} names no plugin for the modality '{modality.Name}'.");
            Check(bundle.Place, modality.Name, made.Plugin, modality.Plugin, log);
            Check(bundle.Place, modality.Name, made.BackbonePlugin, modality.BackbonePlugin, log);
        }
    }

    private static void Check(string place, string modality, PluginIdentity made, PluginIdentity found, ILogger log)
    {
        if (made.Id != found.Id || Released(made.Version) != Released(found.Version))
        {
            throw new MpucException(
                $"{place} was made with the plugin {made.Id} {made.Version} for the modality '{modality}', and {found.Id} "
                    + $"{found.Version} is installed; install that version.");
        }

        if (made.Sha256 != found.Sha256)
        {
            log.Debug(
                "The plugin {Plugin} {Version} is another build than the one that {Bundle:l} was made with.",
                found.Id,
                found.Version,
                place);
        }
    }

    // What follows '+' in a version names the build, not the behaviour.
    private static string Released(string version) => version.Split('+')[0];
}
