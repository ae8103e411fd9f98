using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Insiders.Core.Import.Encodings;

/// <summary>Reads a stream on a thread of its own, a few blocks ahead, so that decompression and parsing run side by side.</summary>
/// <remarks>Holds at most <see cref="Blocks"/> blocks of <see cref="BlockSize"/> bytes. Read by one thread.</remarks>
internal sealed class ReadAheadStream : ForwardStream
{
    private const int BlockSize = 256 * 1024;
    private const int Blocks = 6;

    private readonly Stream _source;
    private readonly BlockingCollection<(byte[] Bytes, int Length)> _full = [];
    private readonly BlockingCollection<byte[]> _empty = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;
    private Exception? _failure;
    private byte[] _block = [];
    private int _at;
    private int _end;
    private bool _disposed;

    /// <summary>Starts reading.</summary>
    /// <param name="source">Disposed with this stream.</param>
    public ReadAheadStream(Stream source)
    {
        _source = source;
        for (var i = 0; i < Blocks; i++)
        {
            _empty.Add(new byte[BlockSize]);
        }

        _reading = Task.Factory.StartNew(ReadAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_at == _end && !TryNextBlock())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _end - _at);
        _block.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _stop.Cancel();
            _reading.Wait();
            _source.Dispose();
            _full.Dispose();
            _empty.Dispose();
            _stop.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TryNextBlock()
    {
        if (_block.Length > 0)
        {
            _empty.Add(_block);
            _block = [];
        }

        if (!_full.TryTake(out var next, Timeout.Infinite))
        {
            if (_failure is not null)
            {
                ExceptionDispatchInfo.Capture(_failure).Throw();
            }

            return false;
        }

        (_block, _at, _end) = (next.Bytes, 0, next.Length);
        return true;
    }

    private void ReadAll()
    {
        try
        {
            while (true)
            {
                var block = _empty.Take(_stop.Token);
                var length = _source.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
                if (length > 0)
                {
                    _full.Add((block, length));
                }

                if (length < block.Length)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The reader went away before the end.
        }
#pragma warning disable CA1031 // Thrown again by whoever reads.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
        }
        finally
        {
            _full.CompleteAdding();
        }
    }
}
