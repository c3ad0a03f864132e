namespace Mpuc.Host.Plugins.Contact;

/// <summary>The process that started this one for a first contact.</summary>
internal static class ContactParent
{
    /// <summary>
    /// Ends this process as soon as the parent is gone, which holds the other end of standard input: a plugin that hangs would keep it for
    /// ever.
    /// </summary>
    public static void Watch() => new Thread(() =>
    {
        try
        {
            using var input = Console.OpenStandardInput();
            var buffer = new byte[64];
            while (input.Read(buffer) > 0)
            {
                // Nothing is said to it.
            }
        }
        catch (IOException)
        {
            // Gone as well.
        }

        Environment.Exit(1);
    })
    {
        IsBackground = true,
    }.Start();
}
