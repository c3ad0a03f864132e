namespace Mpuc.Host.Serving.Uploads;

/// <summary>A file of an upload on disk, under a name of the server's choice.</summary>
/// <param name="Field">The form's field that it came in.</param>
/// <param name="Name">What the caller called it, for messages; without folders and control characters.</param>
/// <param name="Extension">Its extension in lower case with the dot.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record UploadedFile(string Field, string Name, string Extension, string Path, long Bytes);
