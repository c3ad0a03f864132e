using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins.Inspection;
using Mpuc.Host.Plugins.Loading;

namespace Mpuc.Host.Plugins;

/// <summary>A plugin folder in the catalog.</summary>
internal sealed class PluginEntry(PluginInspection inspection)
{
    /// <summary>What was read of it without running it.</summary>
    public PluginInspection Inspection { get; } = inspection;

    /// <summary>What became of it.</summary>
    public PluginState State { get; private set; } = inspection.Refusal is null ? PluginState.Active : PluginState.NotSupported;

    /// <summary>Why it is not active, in one sentence; null where it is.</summary>
    public string? Message { get; private set; } = inspection.Refusal;

    /// <summary>The plugin at work; null before loading and where it is not active.</summary>
    public LoadedPlugin? Loaded { get; private set; }

    /// <summary>Its id, version and hash, of an entry that is active.</summary>
    public PluginIdentity Identity => new(Inspection.Id!, Inspection.Version!, Inspection.FolderSha256!);

    /// <summary>How messages begin that tell about it.</summary>
    public string Description => Inspection.Description;

    /// <summary>Puts it to work.</summary>
    /// <param name="loaded">The plugin; the entry disposes it.</param>
    public void Start(LoadedPlugin loaded) => Loaded = loaded;

    /// <summary>Whether another entry owns the plugin at work.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Makes an entry with the plugin of another, which goes on owning it.</summary>
    public static PluginEntry Sharing(PluginEntry owner) => new(owner.Inspection) { Loaded = owner.Loaded, IsShared = true };

    /// <summary>Owns the plugin from now on; the entry that did is to be forgotten.</summary>
    public void Own() => IsShared = false;

    /// <summary>Whether it would be at work if an earlier folder did not hold a plugin of the same id.</summary>
    public bool IsSpare { get; private set; }

    /// <summary>Leaves the place to an earlier folder's plugin of the same id.</summary>
    public void StepBack(string message)
    {
        Retire(PluginState.Superseded, message);
        IsSpare = true;
    }

    /// <summary>Takes the place that the earlier folder's plugin could not fill.</summary>
    public void StepIn() => (State, Message, IsSpare) = (PluginState.Active, null, false);

    /// <summary>Takes it out of service, and unloads it if it was loaded.</summary>
    public void Retire(PluginState state, string message)
    {
        (State, Message) = (state, message);
        Unload();
    }

    /// <summary>Disposes what it made and unloads it, if it was loaded and is not another entry's.</summary>
    public void Unload()
    {
        if (!IsShared)
        {
            Loaded?.Dispose();
        }

        Loaded = null;
    }
}

/// <summary>What became of a plugin folder.</summary>
internal enum PluginState
{
    /// <summary>Fit to be loaded, or loaded.</summary>
    Active,

    /// <summary>Left out because the configuration's list of allowed hashes lacks it.</summary>
    Disabled,

    /// <summary>Refused by its metadata; nothing of it ever ran.</summary>
    NotSupported,

    /// <summary>Failed, or did not come back, while it was loaded.</summary>
    Malfunctioned,

    /// <summary>An earlier folder holds a plugin of the same id.</summary>
    Superseded,
}

internal static class PluginStateNames
{
    /// <summary>The state as programs and people read it, such as <c>not-supported</c>.</summary>
    public static string Name(this PluginState state) => state switch
    {
        PluginState.Active => "active",
        PluginState.Disabled => "disabled",
        PluginState.NotSupported => "not-supported",
        PluginState.Malfunctioned => "malfunctioned",
        _ => "superseded",
    };
}
