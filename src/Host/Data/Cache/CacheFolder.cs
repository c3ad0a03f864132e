namespace Mpuc.Host.Data.Cache;

/// <summary>Where things lie that can be made again.</summary>
public static class CacheFolder
{
    /// <summary>
    /// The user's cache folder for this program: <c>mpuc</c> in <c>XDG_CACHE_HOME</c> where that is set to an absolute path, else in the
    /// system's usual place.
    /// </summary>
    public static string Default
    {
        get
        {
            var configured = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            return Path.Combine(Path.IsPathFullyQualified(configured ?? string.Empty) ? configured! : UsualPlace(), "mpuc");
        }
    }

    /// <summary>The folder that a configuration means.</summary>
    /// <param name="data">The configuration.</param>
    /// <returns>An absolute path; need not exist.</returns>
    public static string Of(DataOptions data) => data.Cache.Length == 0 ? Default : Path.GetFullPath(data.Cache);

    private static string UsualPlace()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache");
    }
}
