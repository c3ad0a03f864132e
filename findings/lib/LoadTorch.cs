using System.Runtime.CompilerServices;

/// <summary>Lets TorchSharp's library load where libstdc++ ends before GLIBCXX_3.4.32, which the library names and never calls.</summary>
internal static class LoadTorch
{
    private const string Need = "GLIBCXX_3.4.32";

    [ModuleInitializer]
    internal static void Weaken()
    {
        var system = new[] { "/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64" }
            .Select(folder => Path.Combine(folder, "libstdc++.so.6")).FirstOrDefault(File.Exists);
        if (system is not null && File.ReadAllBytes(system).AsSpan().IndexOf("GLIBCXX_3.4.32\0"u8) >= 0)
        {
            return;
        }

        var path = Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so");
        var library = File.ReadAllBytes(path);
        var entry = library.AsSpan().IndexOf(BitConverter.GetBytes(ElfHash(Need))); // vna_hash, then vna_flags
        library[entry + 4] |= 2; // VER_FLG_WEAK
        File.Delete(path); // the package's file may be the same one, by a hard link
        File.WriteAllBytes(path, library);
    }

    private static uint ElfHash(string name) => name.Aggregate(0u, (hash, letter) =>
    {
        hash = (hash << 4) + letter;
        var high = hash & 0xf0000000;
        return (hash ^ (high >> 24)) & ~high;
    });
}
