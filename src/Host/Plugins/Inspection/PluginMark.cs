namespace Mpuc.Host.Plugins.Inspection;

/// <summary>What an assembly's <see cref="MpucPluginAttribute"/> says.</summary>
/// <param name="Id">The plugin's id.</param>
/// <param name="EntryType">The entry point's full name, followed by a comma and its assembly where that is another one.</param>
internal sealed record PluginMark(string Id, string EntryType);
