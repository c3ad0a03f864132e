namespace Mpuc.Weights.Npm;

/// <summary>Gets packages.</summary>
internal interface INpmClient
{
    /// <summary>Downloads a package as its publisher packed it. Nothing of it runs.</summary>
    /// <param name="package">Its name.</param>
    /// <param name="version">Its exact version.</param>
    /// <param name="folder">An empty folder to write to.</param>
    /// <returns>The path of the gzipped tar file.</returns>
    /// <exception cref="NpmFailure">It cannot be had.</exception>
    string Pack(string package, string version, string folder);
}
