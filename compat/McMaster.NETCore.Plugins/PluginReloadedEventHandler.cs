namespace McMaster.NETCore.Plugins;

/// <summary>Handles the moment after a plugin was loaded anew.</summary>
public delegate void PluginReloadedEventHandler(object sender, PluginReloadedEventArgs eventArgs);
