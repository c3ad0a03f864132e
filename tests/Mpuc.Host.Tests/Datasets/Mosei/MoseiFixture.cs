using Mpuc.Host.Data;
using Mpuc.Host.Datasets.Mosei;

namespace Mpuc.Host.Tests.Datasets.Mosei;

/// <summary>The small set that h5py wrote; see tests/golden/make_mosei_golden.py.</summary>
internal static class MoseiFixture
{
    public static string Set => PathOf("set");

    public static string Folds => PathOf("folds.json");

    public static string PathOf(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", "mosei", name);

    public static Dataset Read(string root, params (string Name, string Value)[] options) => new MoseiReader().Read(
        new DataOptions { Kind = "mosei", Root = root },
        new OptionValues(new MoseiReader().Options, options.ToDictionary(option => option.Name, option => (object)option.Value)));

    public static ModalitySource Source(string name, string id) =>
        Read(Set).Recordings.Single(recording => recording.Id == id).Sources[name];

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
