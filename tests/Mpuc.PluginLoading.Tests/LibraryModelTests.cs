using McMaster.NETCore.Plugins.LibraryModel;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class LibraryModelTests
{
    [TestCase("lib/net6.0/Words.dll", "Words.dll")]
    [TestCase("runtimes/linux-x64/lib/net6.0/Words.dll", "runtimes/linux-x64/lib/net6.0/Words.dll")]
    public void A_managed_asset_lies_where_the_SDK_publishes_it(string asset, string expected)
    {
        var library = ManagedLibrary.CreateFromPackage("Some.Words", "1.2.3", asset);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(library.Name.Name, Is.EqualTo("Words"));
            Assert.That(library.AppLocalPath, Is.EqualTo(expected));
            Assert.That(library.AdditionalProbingPath, Is.EqualTo($"some.words/1.2.3/{asset}"));
        }
    }

    [Test]
    public void A_native_asset_keeps_its_path()
    {
        var library = NativeLibrary.CreateFromPackage("Libuv", "1.10.0", "runtimes/linux-x64/native/libuv.so");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(library.Name, Is.EqualTo("libuv"));
            Assert.That(library.AppLocalPath, Is.EqualTo("runtimes/linux-x64/native/libuv.so"));
            Assert.That(library.AdditionalProbingPath, Is.EqualTo("libuv/1.10.0/runtimes/linux-x64/native/libuv.so"));
        }
    }
}
