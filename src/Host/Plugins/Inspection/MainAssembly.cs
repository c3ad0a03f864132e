namespace Mpuc.Host.Plugins.Inspection;

/// <summary>Finds the one assembly of a folder that carries the mark of a plugin.</summary>
internal static class MainAssembly
{
    /// <summary>Finds the main assembly.</summary>
    /// <exception cref="MpucException">No assembly carries the mark, or several do, or the mark is unusable.</exception>
    public static AssemblyFacts Find(string folder, IEnumerable<AssemblyFacts> assemblies)
    {
        AssemblyFacts[] marked = [.. assemblies.Where(assembly => assembly.Mark is not null)];
        if (marked.Length == 0)
        {
            throw new MpucException(
                $"'{folder}' holds no plugin; one assembly in it must carry [assembly: MpucPlugin(\"some.id\", typeof(SomePlugin))].");
        }

        if (marked.Length > 1)
        {
            var names = string.Join(" and ", marked.Select(assembly => Path.GetFileName(assembly.Path)));
            throw new MpucException($"'{folder}' holds several plugins, {names}; give each a folder of its own.");
        }

        var (id, entryType) = marked[0].Mark!;
        if (id.Length == 0 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            throw new MpucException(
                $"The plugin in '{folder}' has the id '{id}'; an id has letters, digits, dots, hyphens and underscores only.");
        }

        return !entryType.Contains(',', StringComparison.Ordinal)
            ? marked[0]
            : throw new MpucException(
                $"The entry point of plugin '{id}' in '{folder}' is in another assembly ({entryType}); it must be in the marked one.");
    }
}
