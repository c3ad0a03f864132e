using Mpuc.Host.Data.Content;
using Mpuc.Host.Inference;

namespace Mpuc.Host.Tests.Data;

[Platform("Linux")]
public class DanglingLinkTests
{
    private TemporaryFolder _folder = null!;
    private string _link = null!;

    [SetUp]
    public void MakeLink()
    {
        _folder = new TemporaryFolder();
        _link = _folder.File("a.wav");
        File.CreateSymbolicLink(_link, "elsewhere/b.wav");
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void An_input_that_is_a_link_to_nothing_names_its_target() => Assert.That(
        () => InputRecordings.Find([_link]),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"There is no file or folder '{_link}': it is a link to 'elsewhere/b.wav', which is not there."));

    [Test]
    public void A_recordings_source_that_is_a_link_to_nothing_names_its_target() => Assert.That(
        () => new ContentHashes(_folder.Path).OfFile(_link),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"There is no file '{_link}': it is a link to 'elsewhere/b.wav', which is not there."));
}
