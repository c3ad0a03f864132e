namespace Mpuc.Host.Reporting.Previews;

/// <summary>One row of a preview sheet: what one modality sees.</summary>
/// <param name="Modality">The modality's name.</param>
/// <param name="Preview">What it sees.</param>
internal sealed record SheetRow(string Modality, ModalityPreview Preview);
