namespace McMaster.NETCore.Plugins;

public partial class PluginLoader
{
    /// <summary>Loads a plugin that shares nothing with the host but the framework.</summary>
    /// <param name="assemblyFile">The absolute path of the plugin's main assembly.</param>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile) => CreateFromAssemblyFile(assemblyFile, static _ => { });

    /// <summary>Loads a plugin as <paramref name="configure"/> says.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Action<PluginConfig> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var config = new PluginConfig(assemblyFile);
        configure(config);
        return new PluginLoader(config);
    }

    /// <summary>Loads a plugin that shares the assemblies of <paramref name="sharedTypes"/> with the host.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, sharedTypes, static _ => { });

    /// <summary>Shares the assemblies of <paramref name="sharedTypes"/>, then applies <paramref name="configure"/>.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes, Action<PluginConfig> configure)
    {
        ArgumentNullException.ThrowIfNull(sharedTypes);
        ArgumentNullException.ThrowIfNull(configure);
        return CreateFromAssemblyFile(assemblyFile, config =>
        {
            foreach (var assembly in sharedTypes.Select(type => type.Assembly).Distinct())
            {
                config.SharedAssemblies.Add(assembly.GetName());
            }

            configure(config);
        });
    }

    /// <summary>Loads a plugin that shares the assemblies of <paramref name="sharedTypes"/> and can be unloaded if so asked.</summary>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, bool isUnloadable, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, isUnloadable, sharedTypes, static _ => { });

    /// <summary>As the overload without <paramref name="configure"/>, which is applied last.</summary>
    public static PluginLoader CreateFromAssemblyFile(
        string assemblyFile, bool isUnloadable, Type[] sharedTypes, Action<PluginConfig> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return CreateFromAssemblyFile(assemblyFile, sharedTypes, config =>
        {
            config.IsUnloadable = isUnloadable;
            configure(config);
        });
    }
}
