using Microsoft.Data.Sqlite;

namespace Insiders.Core.Problems;

/// <summary>Distinguishes a disk or database that temporarily refuses a write from a program error: only the former may succeed on a retry.</summary>
public static class StoreRefusal
{
    // SQLite result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Damaged = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    // SQLITE_IOERR_SHMSIZE: the index of the log beside the database cannot grow, because the disk is full.
    private const int IndexTooShort = 10 | (19 << 8);

    // The operating systems' codes for a full disk: ENOSPC, EDQUOT (Linux), ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL (Windows).
    private static readonly int[] s_full = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>True when the same write may succeed later: no space, a lock held by another program, a folder that is missing or read-only.</summary>
    public static bool Is(Exception failure)
        => IsFull(failure) || CodeOf(failure) is Busy or Locked or ReadOnly or InputOutput or Full or CannotOpen || Find<IOException>(failure) is not null || Find<UnauthorizedAccessException>(failure) is not null;

    /// <summary>True when another program has locked the database.</summary>
    public static bool IsBusy(Exception failure) => CodeOf(failure) is Busy or Locked;

    /// <summary>True when the file is not a database, or is damaged.</summary>
    public static bool IsDamaged(Exception failure) => CodeOf(failure) is Damaged or NoDatabase || Find<InvalidDataException>(failure) is not null;

    /// <summary>True when there is no space left.</summary>
    public static bool IsFull(Exception failure)
        => CodeOf(failure) == Full || Find<SqliteException>(failure)?.SqliteExtendedErrorCode == IndexTooShort || (Find<IOException>(failure) is { } refusal && s_full.Contains(refusal.HResult)) || Says(failure, "No space left on device");

    // DuckDB only passes on the operating system's message.
    private static bool Says(Exception? failure, string text) => failure is not null && (failure.Message.Contains(text, StringComparison.OrdinalIgnoreCase) || Says(failure.InnerException, text));

    private static int? CodeOf(Exception failure) => Find<SqliteException>(failure)?.SqliteErrorCode;

    private static T? Find<T>(Exception failure)
        where T : Exception
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is T found)
            {
                return found;
            }
        }

        return null;
    }
}
