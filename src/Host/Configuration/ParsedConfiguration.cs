using Mpuc.Host.Configuration.Layers;
using Mpuc.Host.Configuration.Reading;
using Mpuc.Host.Configuration.Schema;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Configuration;

/// <summary>
/// A configuration's text, read and layered once: which plugins it wants is known before these are there, everything else with them.
/// </summary>
internal sealed class ParsedConfiguration
{
    private readonly LayeredSettings _settings;

    private ParsedConfiguration(LayeredSettings settings) => _settings = settings;

    /// <summary>Reads a file of which only what its author may decide counts, and what lies on top of it.</summary>
    /// <param name="settings">What code sets besides; null for nothing.</param>
    /// <returns>The text, not yet checked against any schema.</returns>
    /// <exception cref="MpucException">A layer cannot be read, or says what its author may not decide; one sentence a line.</exception>
    public static ParsedConfiguration Read(
        ConfigurationFile file,
        IReadOnlyList<string> sets,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<Setting>? settings = null) =>
        new(LayeredSettings.Read(file, sets, environment).With(settings ?? []));

    /// <summary>The same with further settings on top.</summary>
    public ParsedConfiguration With(IReadOnlyList<Setting> settings) => new(_settings.With(settings));

    /// <summary>Reads which plugins are wanted; a file that the user did not write has no say in it.</summary>
    /// <exception cref="MpucException">The section <c>plugins</c> is wrong; one sentence a line.</exception>
    public PluginOptions ReadPlugins()
    {
        var errors = new ConfigurationErrors();
        var section = new SettingsReader(_settings, errors).Read(RunSchema.PluginsSection, RunSchema.Plugins);
        errors.ThrowIfAny();
        return PluginOptions.From(section.Values);
    }

    /// <summary>Checks everything and binds it.</summary>
    /// <exception cref="MpucException">
    /// Anything is wrong with it; one sentence a line, as <see cref="ConfigurationLoader.Load"/> says.
    /// </exception>
    public RunConfiguration Load(IModalityCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var errors = new ConfigurationErrors();
        var reader = new SettingsReader(_settings, errors);
        var root = reader.Read(RunSchema.Create(catalog, reader.NamesIn(RunSchema.Modalities)));
        if (_settings.File.Author == ConfigurationAuthor.Bundle)
        {
            RefusePlaces(_settings, root, errors);
        }

        ExplainMissingPlugins(_settings, errors);
        errors.ThrowIfAny();
        return ConfigurationLoader.Bind(root);
    }

    private static void RefusePlaces(LayeredSettings settings, SettingsSection root, ConfigurationErrors errors)
    {
        foreach (var (name, modality) in root[RunSchema.Modalities].Children)
        {
            foreach (var options in modality.Children.Where(child => child.Key == ModalitySchema.Backbone)
                .SelectMany(backbone => backbone.Value.Children).Where(child => child.Key == ModalitySchema.Options))
            {
                PortableSettings.RefusePlaces(settings.Roots[0], name, options.Value.Options, errors);
            }
        }
    }

    // What a run's plugins are missing for is not to be guessed from "there is no such kind".
    private static void ExplainMissingPlugins(LayeredSettings settings, ConfigurationErrors errors)
    {
        var folders = settings.Ignored.Where(node => node.IsNamed(RunSchema.Plugins))
            .SelectMany(node => node.Children)
            .FirstOrDefault(node => node.IsNamed("folders"));
        if (errors.Count > 0 && folders is { Children.Count: > 0 })
        {
            errors.Add(
                folders.Origin,
                "the run was trained with plugins of these folders, and a run's own configuration loads no code; if they are missing, "
                    + "name them in the "
                + "environment variable MPUC_PLUGINS or with --set 'plugins.folders=[...]'.");
        }
    }
}
