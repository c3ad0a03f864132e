namespace Mpuc.Host.Plugins;

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
