namespace McMaster.NETCore.Plugins.Loader;

internal sealed record LoadContextOptions(bool IsCollectible, bool LoadInMemory, bool ShadowCopyNativeLibraries);
