// SPDX-FileCopyrightText: 2026 The Hangup authors
// SPDX-License-Identifier: MIT
#include "store/journalfolder.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hangup {

bool isNetworkFileSystem(QByteArrayView type)
{
    // NFS and SMB by all their names, what Linux and macOS mount over ssh or WebDAV, and the cluster file systems.
    constexpr std::array network {
        "nfs"_L1,
        "nfs3"_L1,
        "nfs4"_L1,
        "cifs"_L1,
        "smb"_L1,
        "smb2"_L1,
        "smb3"_L1,
        "smbfs"_L1,
        "9p"_L1,
        "afs"_L1,
        "openafs"_L1,
        "ncpfs"_L1,
        "ncp"_L1,
        "coda"_L1,
        "ceph"_L1,
        "lustre"_L1,
        "gfs"_L1,
        "gfs2"_L1,
        "ocfs2"_L1,
        "glusterfs"_L1,
        "beegfs"_L1,
        "orangefs"_L1,
        "pvfs2"_L1,
        "gpfs"_L1,
        "panfs"_L1,
        "davfs"_L1,
        "webdav"_L1,
        "afpfs"_L1,
        "acfs"_L1,
        "virtiofs"_L1,
        "fuse.sshfs"_L1,
        "fuse.ceph"_L1,
        "fuse.glusterfs"_L1,
        "fuse.davfs2"_L1,
        "fuse.s3fs"_L1,
        "fuse.rclone"_L1,
        "fuse.curlftpfs"_L1,
        "fuse.gvfsd-fuse"_L1,
        "fuse.smbnetfs"_L1,
        "fuse.moosefs"_L1,
        "fuse.mfs"_L1,
        "fuse.goofys"_L1,
        "fuse.gcsfuse"_L1,
        "fuse.nfs"_L1,
        "fuse.cifs"_L1,
        "fuse.kio-fuse"_L1,
        "macfuse.sshfs"_L1,
        "osxfuse.sshfs"_L1,
    };
    const QString lower = QString::fromLatin1(type).toLower();
    return std::any_of(network.begin(), network.end(), [&lower](QLatin1StringView name) { return lower == name; });
}

bool isWritable(const QString &file)
{
    return QFileInfo(file).isWritable() && QFileInfo(QFileInfo(file).absolutePath()).isWritable();
}

QString fileStamp(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

QString unusedName(const QString &name)
{
    QString free = name;
    for (int n = 2; QFileInfo::exists(free) || QFileInfo(free).isSymLink(); ++n)
        free = name + u'-' + QString::number(n);
    return free;
}

} // namespace hangup
